package dev.sturgeon.trial;

import dev.sturgeon.space.Value;
import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change to a trial's hyperparameters between two of its epochs; what the network has learned and
 * the optimiser's state stay.
 *
 * @param epoch epochs trained when it was made
 * @param values the hyperparameters that it changes, with their new values; may be empty where a
 *     trial only went back to an earlier checkpoint
 * @param by who made it: a rule's name, or a person
 * @param why the reason, in a sentence
 * @param order the {@link Order} that it obeys, by number; 0 for none
 */
public record Nudge(int epoch, SortedMap<String, Value> values, String by, String why, int order)
    implements Serializable {

  /** Copies the map. */
  public Nudge {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }
}
