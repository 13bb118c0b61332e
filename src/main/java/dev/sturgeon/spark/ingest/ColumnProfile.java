package dev.sturgeon.spark.ingest;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is found in one column: how many numbers and texts, and whether anything varies. */
final class ColumnProfile implements Serializable {
  /** Texts are counted up to here: more are simply many. */
  static final int MANY_LEVELS = 1000;

  /** A column is numeric if at least this share of its values are numbers. */
  private static final double NUMERIC_SHARE = 0.9;

  private long numbers;
  private long texts;
  private final Set<String> levels = new HashSet<>();
  private double first = Double.NaN;
  private boolean varies;

  void add(@Nullable String text, double number) {
    if (!Double.isNaN(number)) {
      numbers++;
      addNumber(number);
    } else if (text != null) {
      texts++;
      addLevel(text);
    }
  }

  void merge(ColumnProfile other) {
    numbers += other.numbers;
    texts += other.texts;
    varies |= other.varies;
    other.levels.forEach(this::addLevel);
    if (!Double.isNaN(other.first)) {
      addNumber(other.first);
    }
  }

  private void addLevel(String text) {
    if (levels.size() <= MANY_LEVELS) {
      levels.add(text);
    }
  }

  private void addNumber(double number) {
    if (Double.isNaN(first)) {
      first = number;
    }
    varies |= number != first;
  }

  /** Whether no two different values were found; missing ones are no values. */
  boolean isConstant() {
    return !varies && levels.size() + (Double.isNaN(first) ? 0 : 1) < 2;
  }

  /** How many different texts there are, just above {@link #MANY_LEVELS} if more. */
  int distinct() {
    return levels.size();
  }

  /** Whether the column is taken as numbers, perhaps with a few bad ones among them. */
  boolean isNumeric() {
    return numbers > 0 && numbers >= NUMERIC_SHARE * (numbers + texts);
  }

  /** Whether both numbers and texts were found. */
  boolean holdsBoth() {
    return numbers > 0 && texts > 0;
  }

  /** Whether a numeric column has texts too. */
  boolean isMixed() {
    return isNumeric() && texts > 0;
  }
}
