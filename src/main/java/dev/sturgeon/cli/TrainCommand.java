package dev.sturgeon.cli;

import dev.sturgeon.api.Sturgeon;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sturgeon train}: one fixed configuration. */
@Command(
    name = "train",
    description = "Fits the one configuration made of every hyperparameter's default.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

  @Mixin private StudyOptions options;

  @Mixin private GraceOption grace;

  @Override
  public Integer call() throws Exception {
    return StudyRun.of(options, grace.grace(), Sturgeon::train);
  }
}
