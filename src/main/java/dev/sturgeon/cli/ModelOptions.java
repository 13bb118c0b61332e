package dev.sturgeon.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that uses a saved network takes. */
final class ModelOptions {

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "A study's best directory, e.g. studies/digits/best.")
  String model;

  @Option(names = "--master", paramLabel = "URL", description = "The Spark master.")
  @Nullable String master;

  @Mixin Output output;
}
