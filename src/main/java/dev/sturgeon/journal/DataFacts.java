package dev.sturgeon.journal;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be remembered of a study's data.
 *
 * @param hash identifies the content that was read
 * @param rows examples of each part, by its name: "train", "dev", "test"
 * @param columns features of an example, after preprocessing
 * @param classes the labels in the order of their numbers
 * @param split the rule that sends a row to its part, frozen, as its own room writes it
 */
public record DataFacts(
    String hash, SortedMap<String, Integer> rows, int columns, List<String> classes, String split) {

  /** Copies the collections. */
  public DataFacts {
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    classes = List.copyOf(classes);
  }
}
