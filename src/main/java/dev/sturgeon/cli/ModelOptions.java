package dev.sturgeon.cli;

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

  @Mixin MasterOption master;

  @Mixin Output output;
}
