package dev.sturgeon.spark;

/**
 * Thrown when there is no cluster to work on: it could not be reached, or has gone for good. The
 * message is for the person who named it.
 */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClusterException(String message) {
    super(message);
  }

  ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
