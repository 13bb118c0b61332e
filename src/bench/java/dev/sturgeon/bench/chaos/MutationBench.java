package dev.sturgeon.bench.chaos;

import dev.sturgeon.bench.Figures;
import dev.sturgeon.spark.SparkApplication;
import java.nio.file.Files;
import java.nio.file.Path;

/** Damaged configurations and data files: {@code src/bench/run mutations [COUNT] [SEED]}. */
public final class MutationBench {

  private MutationBench() {}

  public static void main(String[] arguments) throws Exception {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 5;
    Path directory = Files.createTempDirectory("sturgeon-mutations");
    print("mutated.configurations", Mutations.ofConfigurations(directory, count, seed));
    try (SparkApplication spark = SparkApplication.start("mutations", "local[2]")) {
      print("mutated.data", Mutations.ofData(spark, directory, count, seed));
    }
  }

  private static void print(String name, Mutations mutations) {
    mutations.wrong().forEach(System.err::println);
    Figures.print(name + ".accepted", Integer.toString(mutations.accepted()), "any");
    Figures.print(name + ".refused", Integer.toString(mutations.refused()), "any");
    Figures.print(name + ".wrong", Integer.toString(mutations.wrong().size()), "0");
  }
}
