package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.Split;
import dev.sturgeon.data.SplitRule.Part;
import dev.sturgeon.trial.Task;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
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
 * The raw feature values of one partition's rows of one part, compactly, on their way to the
 * driver.
 *
 * @param part the part
 * @param keys split key of each row
 * @param contents content hash of each row
 * @param labels class of each row, or its number to predict
 * @param numbers row by row, the numeric features; NaN where missing
 * @param codes row by row, the categorical features as positions in the levels; -1 where missing
 * @param levels for each categorical feature, the categories met here
 */
record ValueChunk(
    Part part,
    long[] keys,
    long[] contents,
    double[] labels,
    double[] numbers,
    int[] codes,
    List<List<String>> levels)
    implements Serializable {

  /**
   * What to take of a table.
   *
   * @param split which row belongs to which part
   * @param own the part of all rows; null to split them
   * @param parts the parts wanted
   * @param classes positions of the classes by name
   * @param numeric positions of the numeric features in the table
   * @param categorical positions of the categorical features in the table
   */
  record Selection(
      Split split,
      @Nullable Part own,
      EnumSet<Part> parts,
      Map<String, Integer> classes,
      int[] numeric,
      int[] categorical)
      implements Serializable {}

  /** Goes through a partition once; bad rows and those outside the sample are left out. */
  static List<ValueChunk> of(Layout layout, Selection selection, Iterator<RawRow> rows) {
    Map<Part, Builder> builders = new EnumMap<>(Part.class);
    selection.parts().forEach(part -> builders.put(part, new Builder(part, layout, selection)));
    Split split = selection.split();
    while (rows.hasNext()) {
      ParsedRow row = layout.parse(rows.next());
      if (row.problem() != null) {
        continue;
      }
      long content = layout.contentHash(row);
      if (!layout.sample().takes(content)) {
        continue;
      }
      String name = layout.expected().className(row, layout.roles().label());
      long key = layout.splitKey(split.rule().seed(), row);
      Part part = selection.own() == null ? split.part(name, key) : selection.own();
      Builder builder = builders.get(part);
      if (builder != null) {
        builder.add(row, name, key, content);
      }
    }
    return builders.values().stream().map(Builder::build).toList();
  }

  private static final class Builder {
    private final Part part;
    private final Layout layout;
    private final Selection selection;
    private final LongStream.Builder keys = LongStream.builder();
    private final LongStream.Builder contents = LongStream.builder();
    private final DoubleStream.Builder labels = DoubleStream.builder();
    private final DoubleStream.Builder numbers = DoubleStream.builder();
    private final IntStream.Builder codes = IntStream.builder();
    private final List<Map<String, Integer>> known = new ArrayList<>();
    private final List<List<String>> levels = new ArrayList<>();

    Builder(Part part, Layout layout, Selection selection) {
      this.part = part;
      this.layout = layout;
      this.selection = selection;
      for (int i = 0; i < selection.categorical().length; i++) {
        known.add(new HashMap<>());
        levels.add(new ArrayList<>());
      }
    }

    void add(ParsedRow row, String name, long key, long content) {
      labels.add(label(row, name));
      keys.add(key);
      contents.add(content);
      for (int column : selection.numeric()) {
        numbers.add(row.numbers()[column]);
      }
      for (int i = 0; i < selection.categorical().length; i++) {
        codes.add(code(i, row.category(selection.categorical()[i])));
      }
    }

    private double label(ParsedRow row, String name) {
      if (layout.expected().task() == Task.REGRESSION) {
        return row.numbers()[layout.roles().label()];
      }
      Integer position = selection.classes().get(name);
      if (position == null) {
        throw new IllegalStateException("'" + name + "' is no class; the data have just changed");
      }
      return position;
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
          part,
          keys.build().toArray(),
          contents.build().toArray(),
          labels.build().toArray(),
          numbers.build().toArray(),
          codes.build().toArray(),
          levels);
    }
  }
}
