package dev.sturgeon.spark;

import java.util.Optional;
import org.apache.spark.SparkException;
import org.apache.spark.SparkThrowable;

/**
 * Thrown when there is no cluster to work on: it could not be reached, or has gone for good. The
 * message is for the person who named it.
 */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong with Spark, in one line; empty if that is not what was thrown. */
  public static Optional<String> explanation(Throwable thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof ClusterException) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
      if (e instanceof SparkThrowable || e instanceof SparkException) {
        return Optional.of(
            String.valueOf(e.getMessage()).lines().findFirst().orElse("Spark failed"));
      }
    }
    return Optional.empty();
  }

  ClusterException(String message) {
    super(message);
  }

  ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
