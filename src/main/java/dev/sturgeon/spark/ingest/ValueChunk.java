package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.Split;
import dev.sturgeon.data.SplitRule.Part;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The raw feature values of one partition's rows, compactly, on their way to the driver.
 *
 * @param hashes split hash of each row
 * @param contents content hash of each row
 * @param parts part of each row
 * @param labels class of each row
 * @param numbers row by row, the numeric features; NaN where missing
 * @param codes row by row, the categorical features as positions in the levels; -1 where missing
 * @param levels for each categorical feature, the categories met here
 */
record ValueChunk(
    long[] hashes,
    long[] contents,
    List<Part> parts,
    int[] labels,
    double[] numbers,
    int[] codes,
    List<List<String>> levels)
    implements Serializable {

  /**
   * What to take of a table.
   *
   * @param split which row belongs to which part
   * @param parts the parts wanted
   * @param classes positions of the classes by name
   * @param numeric positions of the numeric features in the table
   * @param categorical positions of the categorical features in the table
   */
  record Selection(
      Split split,
      EnumSet<Part> parts,
      Map<String, Integer> classes,
      int[] numeric,
      int[] categorical)
      implements Serializable {}

  /** Goes through a partition once; bad rows are left out. */
  static ValueChunk of(Layout layout, Selection selection, Iterator<RawRow> rows) {
    Builder builder = new Builder(layout, selection);
    while (rows.hasNext()) {
      Layout.Parsed row = layout.parse(rows.next());
      if (row.problem() == null) {
        builder.add(row);
      }
    }
    return builder.build();
  }

  private static final class Builder {
    private final Layout layout;
    private final Selection selection;
    private final LongStream.Builder hashes = LongStream.builder();
    private final LongStream.Builder contents = LongStream.builder();
    private final List<Part> parts = new ArrayList<>();
    private final IntStream.Builder labels = IntStream.builder();
    private final DoubleStream.Builder numbers = DoubleStream.builder();
    private final IntStream.Builder codes = IntStream.builder();
    private final List<Map<String, Integer>> known = new ArrayList<>();
    private final List<List<String>> levels = new ArrayList<>();

    Builder(Layout layout, Selection selection) {
      this.layout = layout;
      this.selection = selection;
      for (int i = 0; i < selection.categorical().length; i++) {
        known.add(new HashMap<>());
        levels.add(new ArrayList<>());
      }
    }

    void add(Layout.Parsed row) {
      String label = row.texts()[layout.label()];
      Integer position = selection.classes().get(label);
      long hash = layout.splitHash(selection.split().rule().seed(), row);
      if (label == null || position == null) {
        return;
      }
      Part part = selection.split().part(label, hash);
      if (!selection.parts().contains(part)) {
        return;
      }
      hashes.add(hash);
      contents.add(layout.contentHash(row));
      parts.add(part);
      labels.add(position);
      for (int column : selection.numeric()) {
        numbers.add(row.numbers()[column]);
      }
      for (int i = 0; i < selection.categorical().length; i++) {
        codes.add(code(i, Layout.category(row.texts()[selection.categorical()[i]])));
      }
    }

    private int code(int feature, @Nullable String level) {
      if (level == null) {
        return -1;
      }
      List<String> met = levels.get(feature);
      Integer before = known.get(feature).putIfAbsent(level, met.size());
      if (before != null) {
        return before;
      }
      met.add(level);
      return met.size() - 1;
    }

    ValueChunk build() {
      return new ValueChunk(
          hashes.build().toArray(),
          contents.build().toArray(),
          parts,
          labels.build().toArray(),
          numbers.build().toArray(),
          codes.build().toArray(),
          levels);
    }
  }
}
