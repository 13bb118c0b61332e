package dev.sturgeon.spark.ingest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** What the training part says about one column. */
final class ColumnFit {

  private ColumnFit() {}

  /** The lower median of the values there are, as MLlib's Imputer takes it; 0 if there are none. */
  static double median(RawExamples train, int feature) {
    double[] values = new double[train.size()];
    int count = 0;
    for (int row = 0; row < train.size(); row++) {
      double number = train.number(row, feature);
      if (!Double.isNaN(number)) {
        values[count++] = number;
      }
    }
    Arrays.sort(values, 0, count);
    return count == 0 ? 0 : values[(count - 1) / 2];
  }

  /** The categories met, in alphabetical order, each with its position. */
  static Map<String, Integer> levels(RawExamples train, int feature) {
    TreeSet<String> met = new TreeSet<>();
    for (int row = 0; row < train.size(); row++) {
      String level = train.level(row, feature);
      if (level != null) {
        met.add(level);
      }
    }
    Map<String, Integer> positions = new LinkedHashMap<>();
    met.forEach(level -> positions.put(level, positions.size()));
    return positions;
  }
}
