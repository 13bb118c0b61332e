package dev.sturgeon.api;

import dev.sturgeon.study.Replay;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of a replay.
 *
 * @param decisions how many decisions came out the same, up to the first that did not
 * @param difference that one; null where all did
 */
public record Replayed(int decisions, Replay.@Nullable Difference difference) {

  /** Whether every decision came out the same. */
  public boolean isSame() {
    return difference == null;
  }

  /** For a person. */
  public String text() {
    Replay.Difference found = difference;
    return found == null
        ? "all %d decisions come out the same".formatted(decisions)
        : String.format(
            Locale.ROOT,
            "%d decisions come out the same, but not the next, at %.3f s:%n"
                + "  recorded: %s%n  now:      %s",
            decisions,
            found.t(),
            found.recorded(),
            found.now());
  }
}
