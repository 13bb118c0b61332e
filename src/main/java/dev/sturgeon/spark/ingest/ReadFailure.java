package dev.sturgeon.spark.ingest;

import java.io.IOException;

/** What Spark says when it cannot read a file, in one line. */
final class ReadFailure {
  private static final int LONGEST = 300;

  private ReadFailure() {}

  /** Whether a job failed for a file that cannot be read, not for an executor or a bug. */
  static boolean isOfFile(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String text = String.valueOf(cause.getMessage());
      if (cause instanceof IOException || text.contains("FAILED_READ_FILE")) {
        return true;
      }
      if (text.contains("java.io.") && text.contains("Exception")) {
        return true;
      }
    }
    return false;
  }

  /** A sentence with the innermost reason. */
  static String text(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage());
    String line = message.lines().findFirst().orElse("");
    String said = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    return "cannot be read in the format it should have (data.format), or is damaged: " + said;
  }
}
