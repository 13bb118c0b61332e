package dev.sturgeon.data;

import java.util.regex.Pattern;

/** Thrown when data cannot be used; the message is for the person whose data they are. */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A value may be a whole damaged file; of so long a word, beginning and end are told. */
  private static final Pattern LONG_WORD = Pattern.compile("(\\S{80})\\S{100,}(\\S{80})");

  /** Says what is wrong, where, and what would be right. */
  public DataException(String message) {
    super(shortened(message));
  }

  /** The same, with what caused it. */
  public DataException(String message, Throwable cause) {
    super(shortened(message), cause);
  }

  private static String shortened(String message) {
    return LONG_WORD.matcher(message).replaceAll("$1…$2");
  }
}
