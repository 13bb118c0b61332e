package dev.sturgeon.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command trains. */
final class MasterOption {

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "The Spark master (default: spark-submit's, else local[*]).")
  @Nullable String url;
}
