package dev.sturgeon.spark.ingest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What a whole table's rows are like, and the hash and label of each good one. */
record TableProfile(
    TableTally tally, long[] hashes, String[] labels, String contentHash, ColumnProfile[] columns) {

  /** Reads the table once, in one Spark job. */
  static TableProfile of(Table table, Layout layout, long seed) {
    List<PartitionProfile> parts =
        table
            .rows()
            .mapPartitions(rows -> List.of(PartitionProfile.of(layout, seed, rows)).iterator())
            .collect();
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
        parts.stream().flatMapToLong(part -> LongStream.of(part.hashes())).toArray(),
        parts.stream().flatMap(TableProfile::labels).toArray(String[]::new),
        "%016x%016x".formatted(content[0], content[1]),
        columns);
  }

  private static Stream<String> labels(PartitionProfile part) {
    return IntStream.of(part.labels()).mapToObj(part.names()::get);
  }

  /** The hashes of each class's rows. */
  Map<String, long[]> hashesByLabel() {
    Map<String, LongStream.Builder> builders = new HashMap<>();
    for (int i = 0; i < hashes.length; i++) {
      builders.computeIfAbsent(labels[i], name -> LongStream.builder()).add(hashes[i]);
    }
    Map<String, long[]> byLabel = new HashMap<>();
    builders.forEach((name, builder) -> byLabel.put(name, builder.build().toArray()));
    return byLabel;
  }
}
