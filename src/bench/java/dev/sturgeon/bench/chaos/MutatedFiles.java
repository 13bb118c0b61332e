package dev.sturgeon.bench.chaos;

import dev.sturgeon.spark.SparkApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Configurations and data files that are damaged, all read in this JVM. */
final class MutatedFiles implements Fault {
  private static final long SEED = 5;

  @Override
  public String name() {
    return "mutations";
  }

  @Override
  public List<Finding> cause(Ground ground) throws Exception {
    int count = ground.times(200);
    Path directory = Files.createDirectories(ground.directory().resolve(ground.name(name())));
    List<Finding> findings = new ArrayList<>();
    findings.addAll(findings("configurations", Mutations.ofConfigurations(directory, count, SEED)));
    try (SparkApplication spark = SparkApplication.start(name(), "local[2]")) {
      findings.addAll(findings("data", Mutations.ofData(spark, directory, count, SEED)));
    }
    return findings;
  }

  private static List<Finding> findings(String what, Mutations mutations) {
    mutations.wrong().forEach(System.err::println);
    return List.of(
        Finding.known(what + ".accepted", mutations.accepted()),
        Finding.known(what + ".refused", mutations.refused()),
        Finding.exactly(what + ".wrong", mutations.wrong().size(), 0));
  }
}
