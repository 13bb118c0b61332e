package dev.sturgeon.sample;

import dev.sturgeon.space.Configuration;
import java.util.List;

/**
 * What a sampler says: where to look, and why there.
 *
 * @param configuration a point of the search space
 * @param origin where it comes from, in a few words
 * @param reasons what was decided on the way to it, each in a sentence: why the search now looks
 *     elsewhere; mostly none
 */
public record Suggestion(Configuration configuration, String origin, List<String> reasons) {

  /** Copies the list. */
  public Suggestion {
    reasons = List.copyOf(reasons);
  }

  /** A suggestion about which there is no more to say. */
  public static Suggestion of(Configuration configuration, String origin) {
    return new Suggestion(configuration, origin, List.of());
  }
}
