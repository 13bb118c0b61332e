package dev.sturgeon.cli;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Secrets;
import dev.sturgeon.panda.BrokenRuleException;
import dev.sturgeon.spark.ClusterException;
import dev.sturgeon.study.LostModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
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
    (Secrets.inMessage(message(e)) + hint)
        .lines()
        .map(Screen::plain)
        .forEach(command.getErr()::println);
    return code;
  }

  private static int code(Exception e) {
    if (e instanceof ConfigurationException
        || e instanceof DataException
        || e instanceof BrokenRuleException
        || e instanceof NoSuchFileException
        || e instanceof NotDirectoryException) {
      return ExitCode.REFUSED;
    }
    if (e instanceof LostModelException) {
      return ExitCode.NOTHING_TRAINED;
    }
    boolean trouble =
        e instanceof IOException
            || e instanceof UncheckedIOException
            || ClusterException.explanation(e).isPresent();
    return trouble ? ExitCode.TROUBLE : ExitCode.BUG;
  }

  private static String message(Exception e) {
    if (e instanceof FileSystemException file) {
      return file.getFile() + ": " + reason(file);
    }
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return code(e) == ExitCode.REFUSED ? message : ClusterException.explanation(e).orElse(message);
  }

  /** Java often gives no more than the file's name. */
  private static String reason(FileSystemException e) {
    if (e.getReason() != null) {
      return e.getReason();
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such file or directory";
    }
    if (e instanceof NotDirectoryException) {
      return "it is no directory";
    }
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    return e instanceof FileAlreadyExistsException
        ? "it exists already, or is a file where a directory is wanted"
        : "it cannot be used (" + e.getClass().getSimpleName() + ")";
  }
}
