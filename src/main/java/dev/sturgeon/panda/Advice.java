package dev.sturgeon.panda;

import dev.sturgeon.space.Value;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a rule wants to be done with a model in training, and why, in a sentence. */
public sealed interface Advice {

  /** The reason. */
  String why();

  /**
   * Go on with other hyperparameters.
   *
   * @param values their new values
   */
  record Change(SortedMap<String, Value> values, String why) implements Advice {
    public Change {
      values = copy(values);
    }
  }

  /**
   * Go back to an earlier checkpoint and on from there with other hyperparameters.
   *
   * @param epoch the checkpoint's; 0 to begin anew
   * @param values their new values
   */
  record GoBack(int epoch, SortedMap<String, Value> values, String why) implements Advice {
    public GoBack {
      values = copy(values);
    }
  }

  /** Train no further: the network as it is counts. */
  record Stop(String why) implements Advice {}

  /** A change of one hyperparameter. */
  static Change change(String name, double value, String why) {
    return new Change(new TreeMap<>(Map.of(name, Value.of(value))), why);
  }

  /** A return to an earlier checkpoint with one hyperparameter changed. */
  static GoBack goBack(int epoch, String name, double value, String why) {
    return new GoBack(epoch, new TreeMap<>(Map.of(name, Value.of(value))), why);
  }

  private static SortedMap<String, Value> copy(SortedMap<String, Value> values) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }
}
