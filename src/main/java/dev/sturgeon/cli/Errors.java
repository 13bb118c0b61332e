package dev.sturgeon.cli;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.data.DataException;
import dev.sturgeon.spark.ClusterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into one clear message and an exit code. */
final class Errors implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (command.getParseResult().hasMatchedOption("--stacktrace")) {
      e.printStackTrace(command.getErr());
    }
    int code = code(e);
    String hint =
        code == ExitCode.BUG
            ? "\nThis is a bug of Sturgeon's; --stacktrace shows where it happened."
            : "";
    command.getErr().println(message(e) + hint);
    return code;
  }

  private static int code(Exception e) {
    if (e instanceof ConfigurationException
        || e instanceof DataException
        || e instanceof NoSuchFileException) {
      return ExitCode.REFUSED;
    }
    if (e instanceof IOException
        || e instanceof UncheckedIOException
        || e instanceof ClusterException) {
      return ExitCode.TROUBLE;
    }
    return ExitCode.BUG;
  }

  private static String message(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
