package dev.sturgeon.data;

/** Thrown when data cannot be used; the message is for the person whose data they are. */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong, where, and what would be right. */
  public DataException(String message) {
    super(message);
  }

  /** The same, with what caused it. */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
