package dev.sturgeon.api;

import dev.sturgeon.report.Wording;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a network scores on some labelled rows.
 *
 * @param data which rows: a path, or "the study's test part"
 * @param rows how many
 * @param metrics every metric by name
 * @param warnings which rows were left out, if any
 */
public record Evaluated(
    String data, int rows, SortedMap<String, Double> metrics, List<String> warnings) {

  /** Copies the collections. */
  public Evaluated {
    warnings = List.copyOf(warnings);
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
  }

  /** One line per metric. */
  public String text() {
    StringBuilder text = new StringBuilder(rows + " rows of " + data);
    metrics.forEach(
        (name, value) -> text.append(String.format("%n  %-18s %s", name, Wording.score(value))));
    return text.toString();
  }
}
