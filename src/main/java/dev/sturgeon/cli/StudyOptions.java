package dev.sturgeon.cli;

import dev.sturgeon.api.StudyRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that reads a configuration takes. */
final class StudyOptions {

  @Parameters(paramLabel = "CONF", description = "The configuration: a YAML file, a path or URI.")
  private String conf;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a key of the configuration, e.g. search.maxTrials=10. Repeatable.")
  private List<String> overrides = List.of();

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "The study directory, a path or URI (default: studies/NAME).")
  private @Nullable String directory;

  @Mixin private MasterOption master;

  @Option(names = "--seed", paramLabel = "N", description = "Overrides the study's seed.")
  private @Nullable Long seed;

  @Mixin Output output;

  StudyRequest request() {
    return request(List.of());
  }

  /** The request with more keys set. */
  StudyRequest request(List<String> more) {
    List<String> all = new ArrayList<>(overrides);
    all.addAll(more);
    if (seed != null) {
      all.add("seed=" + seed);
    }
    return new StudyRequest(conf, all, directory, master.url);
  }
}
