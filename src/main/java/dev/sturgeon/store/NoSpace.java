package dev.sturgeon.store;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a file system refused to write because it is full, or a quota is. */
public final class NoSpace {
  /** How Linux, macOS, Windows and HDFS say so; Java has no exception of its own for it. */
  private static final List<String> SAYINGS =
      List.of("no space left", "quota exceeded", "quotaexceeded", "not enough space");

  private NoSpace() {}

  /** Whether an exception or what caused it says so. */
  public static boolean isCause(@Nullable Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      String text = one.toString().toLowerCase(Locale.ROOT);
      if (SAYINGS.stream().anyMatch(text::contains)) {
        return true;
      }
    }
    return false;
  }
}
