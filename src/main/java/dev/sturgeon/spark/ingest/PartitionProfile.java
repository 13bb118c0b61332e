package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.RowHash;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What one partition's rows are like, and the hash and label of each good one.
 *
 * @param tally rows there are, and bad ones among them
 * @param hashes of the good rows
 * @param labels of the good rows, as positions in the names
 * @param names the labels there are
 * @param content two sums of hashes over the good rows, the same whatever their order
 * @param columns what each column holds
 */
record PartitionProfile(
    RowTally tally,
    long[] hashes,
    int[] labels,
    List<String> names,
    long[] content,
    ColumnProfile[] columns)
    implements Serializable {

  /** Goes through a partition once. */
  static PartitionProfile of(Layout layout, long seed, Iterator<RawRow> rows) {
    Builder builder = new Builder(layout, seed);
    rows.forEachRemaining(row -> builder.add(layout.parse(row)));
    return builder.build();
  }

  private static final class Builder {
    private final Layout layout;
    private final long seed;
    private final LongStream.Builder hashes = LongStream.builder();
    private final IntStream.Builder labels = IntStream.builder();
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final long[] content = new long[2];
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

    void add(Layout.Parsed row) {
      if (!tally.add(row)) {
        return;
      }
      hashes.add(layout.splitHash(seed, row));
      labels.add(code(Objects.requireNonNull(row.texts()[layout.label()])));
      long hash = layout.contentHash(row);
      content[0] += hash;
      content[1] += RowHash.mix(hash);
      for (int column : layout.content()) {
        columns[column].add(row.texts()[column], row.numbers()[column]);
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
          tally, hashes.build().toArray(), labels.build().toArray(), names, content, columns);
    }
  }
}
