package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.RowHash;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What one partition's rows are like, and the key, hash and label of each good one.
 *
 * @param tally rows there are, and bad ones among those of the sample
 * @param keys what decides the part of each good row
 * @param hashes of the good rows' features
 * @param labels of the good rows, as positions in the names; all 0 if labels are numbers
 * @param names the labels there are
 * @param outside labels of rows outside the sample; of many different ones only some
 * @param content two sums of hashes over the good rows of the sample, the same whatever their order
 * @param columns what each column holds
 */
record PartitionProfile(
    RowTally tally,
    long[] keys,
    long[] hashes,
    int[] labels,
    List<String> names,
    Set<String> outside,
    long[] content,
    ColumnProfile[] columns)
    implements Serializable {

  /** Goes through a partition once. */
  static PartitionProfile of(Layout layout, long seed, Iterator<RawRow> rows) {
    Builder builder = new Builder(layout, seed);
    rows.forEachRemaining(builder::add);
    return builder.build();
  }

  private static final class Builder {
    private final Layout layout;
    private final long seed;
    private final LongStream.Builder keys = LongStream.builder();
    private final LongStream.Builder hashes = LongStream.builder();
    private final IntStream.Builder labels = IntStream.builder();
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Set<String> outside = new HashSet<>();
    private final long[] sums = new long[2];
    private final ColumnProfile[] columns;
    private final RowTally tally = new RowTally();

    Builder(Layout layout, long seed) {
      this.layout = layout;
      this.seed = seed;
      columns = new ColumnProfile[layout.columns().size()];
      for (int i = 0; i < columns.length; i++) {
        columns[i] = new ColumnProfile();
      }
    }

    void add(RawRow raw) {
      ParsedRow row = layout.parse(raw);
      long content = layout.contentHash(row);
      // What a malformed row holds is not known, so it cannot be left out.
      if (raw.malformed() == null && !layout.sample().takes(content)) {
        tally.skip();
        addOutside(className(row));
        return;
      }
      if (!tally.add(row)) {
        return;
      }
      keys.add(layout.splitKey(seed, row));
      hashes.add(layout.featureHash(seed, row));
      labels.add(code(className(row)));
      sums[0] += content;
      sums[1] += RowHash.mix(content);
      for (int column : layout.content()) {
        columns[column].add(row.texts()[column], row.numbers()[column]);
      }
    }

    private String className(ParsedRow row) {
      return layout.expected().className(row, layout.roles().label());
    }

    private void addOutside(String label) {
      if (!label.isEmpty() && outside.size() < ColumnProfile.MANY_LEVELS) {
        outside.add(label);
      }
    }

    private int code(String label) {
      Integer known = codes.putIfAbsent(label, names.size());
      if (known != null) {
        return known;
      }
      names.add(label);
      return names.size() - 1;
    }

    PartitionProfile build() {
      return new PartitionProfile(
          tally,
          keys.build().toArray(),
          hashes.build().toArray(),
          labels.build().toArray(),
          names,
          outside,
          sums,
          columns);
    }
  }
}
