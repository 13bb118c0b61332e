package dev.sturgeon.cli;

import dev.sturgeon.journal.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Why somebody asks something of a study. */
final class BecauseOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--because", paramLabel = "TEXT", description = "Why, for the journal.")
  private String why = "";

  String why() {
    int longest = Command.Sender.LONGEST;
    if (why.length() > longest) {
      throw new ParameterException(
          spec.commandLine(),
          "--because has %d characters but may have %d at most".formatted(why.length(), longest));
    }
    return why;
  }
}
