package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.RowHash;
import dev.sturgeon.data.Source;
import dev.sturgeon.data.Split;
import dev.sturgeon.data.SplitRule.Part;
import dev.sturgeon.data.TableSchema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * A study's table with all that is known of it: what it takes to collect any of its parts.
 *
 * @param source how it is read
 * @param files the training file, or that of all parts; then the user's own dev and test files
 */
record IngestedTable(Source.Table source, List<TableFile> files, TableSchema schema, Split split) {

  IngestedTable {
    files = List.copyOf(files);
  }

  /** What to call it in messages. */
  String name() {
    return files.get(0).table().name();
  }

  /** Collects the raw values of some parts, in one Spark job a file. */
  List<ValueChunk> collect(EnumSet<Part> parts) {
    List<ValueChunk> chunks = new ArrayList<>();
    files.forEach(file -> chunks.addAll(file.collect(schema, split, parts)));
    return chunks;
  }

  /** A hash of all rows used and of which file they are in: 32 hexadecimal digits. */
  String contentHash() {
    long[] sums = files.get(0).profile().content().clone();
    for (TableFile own : files.subList(1, files.size())) {
      long part = own.own() == Part.DEV ? 1 : 2;
      for (int i = 0; i < sums.length; i++) {
        sums[i] += RowHash.mix(own.profile().content()[i] + part);
      }
    }
    return "%016x%016x".formatted(sums[0], sums[1]);
  }
}
