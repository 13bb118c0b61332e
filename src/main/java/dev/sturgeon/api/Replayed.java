package dev.sturgeon.api;

import dev.sturgeon.study.Replay;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of a replay.
 *
 * @param decisions how many decisions came out the same, up to the first that did not
 * @param difference that one; empty where all did
 */
public record Replayed(int decisions, Optional<Replay.Difference> difference) {

  /** Whether every decision came out the same. */
  public boolean isSame() {
    return difference.isEmpty();
  }

  /** For a person. */
  public String text() {
    return difference
        .map(
            found ->
                String.format(
                    Locale.ROOT,
                    "%d decisions come out the same, but not the next, at %.3f s:%n"
                        + "  recorded: %s%n  now:      %s",
                    decisions,
                    found.t(),
                    found.recorded(),
                    found.now()))
        .orElse("all %d decisions come out the same".formatted(decisions));
  }
}
