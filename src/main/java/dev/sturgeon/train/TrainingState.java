package dev.sturgeon.train;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything training depends on besides the configuration: never the configuration itself.
 *
 * @param iteration mini-batch steps taken
 * @param epoch epochs trained
 * @param arrays named arrays: {@code parameters} (batch norm's running averages among them) and
 *     {@code updater}; the arrays are not copied
 */
public record TrainingState(int iteration, int epoch, SortedMap<String, float[]> arrays) {

  /** Copies the map. */
  public TrainingState {
    arrays = Collections.unmodifiableSortedMap(new TreeMap<>(arrays));
  }

  /**
   * One of the arrays.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public float[] array(String name) {
    float[] array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException(
          "the state has no '%s', only %s".formatted(name, arrays.keySet()));
    }
    return array;
  }
}
