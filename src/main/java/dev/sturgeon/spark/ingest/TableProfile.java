package dev.sturgeon.spark.ingest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a whole table's rows are like.
 *
 * @param tally rows there are, and bad ones among those of the sample
 * @param keys what decides the part of each good row
 * @param hashes of the good rows' features
 * @param labels of the good rows; all empty if labels are numbers
 * @param lost the classes, in alphabetical order, that no row of the sample has; of many only some
 * @param content two sums of hashes over the good rows, the same whatever their order
 * @param columns what each column holds
 */
record TableProfile(
    TableTally tally,
    long[] keys,
    long[] hashes,
    String[] labels,
    List<String> lost,
    long[] content,
    ColumnProfile[] columns) {

  /** Reads the table once, in one Spark job. */
  static TableProfile of(Table table, Layout layout, long seed) {
    List<PartitionProfile> parts = table.read(rows -> PartitionProfile.of(layout, seed, rows));
    ColumnProfile[] columns = new ColumnProfile[layout.columns().size()];
    Arrays.setAll(columns, i -> new ColumnProfile());
    for (PartitionProfile part : parts) {
      for (int i = 0; i < columns.length; i++) {
        columns[i].merge(part.columns()[i]);
      }
    }
    long[] content = new long[2];
    parts.forEach(part -> Arrays.setAll(content, i -> content[i] + part.content()[i]));
    return new TableProfile(
        RowTally.total(table.name(), parts.stream().map(PartitionProfile::tally).toList()),
        joined(parts, PartitionProfile::keys),
        joined(parts, PartitionProfile::hashes),
        parts.stream().flatMap(TableProfile::labels).toArray(String[]::new),
        lost(parts),
        content,
        columns);
  }

  private static long[] joined(
      List<PartitionProfile> parts, Function<PartitionProfile, long[]> array) {
    return parts.stream().flatMapToLong(part -> LongStream.of(array.apply(part))).toArray();
  }

  private static Stream<String> labels(PartitionProfile part) {
    return IntStream.of(part.labels()).mapToObj(part.names()::get);
  }

  private static List<String> lost(List<PartitionProfile> parts) {
    Set<String> lost = new TreeSet<>();
    parts.forEach(part -> lost.addAll(part.outside()));
    parts.forEach(part -> part.names().forEach(lost::remove));
    return List.copyOf(lost);
  }

  /** The keys of each class's rows. */
  Map<String, long[]> keysByLabel() {
    Map<String, LongStream.Builder> builders = new HashMap<>();
    for (int i = 0; i < keys.length; i++) {
      builders.computeIfAbsent(labels[i], name -> LongStream.builder()).add(keys[i]);
    }
    Map<String, long[]> byLabel = new HashMap<>();
    builders.forEach((name, builder) -> byLabel.put(name, builder.build().toArray()));
    return byLabel;
  }
}
