package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Source.Reading;
import dev.sturgeon.data.Split;
import dev.sturgeon.data.SplitRule.Part;
import dev.sturgeon.data.TableSchema;
import dev.sturgeon.data.TableSchema.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table with all that is known of it: what it takes to collect any of its parts. */
record IngestedTable(
    Table table,
    Reading options,
    Layout layout,
    TableSchema schema,
    Split split,
    TableProfile profile) {

  /** Collects the raw values of some parts, in one Spark job. */
  List<ValueChunk> collect(EnumSet<Part> parts) {
    Map<String, Integer> classes = new HashMap<>();
    schema.classes().forEach(name -> classes.put(name, classes.size()));
    ValueChunk.Selection selection =
        new ValueChunk.Selection(
            split, parts, classes, positions(Kind.NUMERIC), positions(Kind.CATEGORICAL));
    Layout rows = layout;
    return table
        .rows()
        .mapPartitions(part -> List.of(ValueChunk.of(rows, selection, part)).iterator())
        .collect();
  }

  private int[] positions(Kind kind) {
    return schema.names(kind).stream().mapToInt(table.columns()::indexOf).toArray();
  }

  /** Counts each part; refuses a split that cannot be trained or judged on. */
  RowCounts checkParts(List<String> warnings) {
    Map<String, Map<Part, Long>> counts = new HashMap<>();
    Map<Part, Long> all = new EnumMap<>(Part.class);
    for (int i = 0; i < profile.hashes().length; i++) {
      String label = profile.labels()[i];
      Part part = split.part(label, profile.hashes()[i]);
      counts.computeIfAbsent(label, name -> new EnumMap<>(Part.class)).merge(part, 1L, Long::sum);
      all.merge(part, 1L, Long::sum);
    }
    if (!all.containsKey(Part.DEV)) {
      throw new DataException(
          table.name()
              + ": the dev part is empty; there are too few rows, or too few different ones, for"
              + " data.split.dev "
              + split.rule().devShare());
    }
    List<String> withoutDev = new ArrayList<>();
    for (String name : schema.classes()) {
      Map<Part, Long> theirs = counts.getOrDefault(name, Map.of());
      if (!theirs.containsKey(Part.TRAIN)) {
        throw new DataException(
            "%s: no row of class '%s' is in the training part; more rows of it are needed"
                .formatted(table.name(), name));
      }
      if (!theirs.containsKey(Part.DEV)) {
        withoutDev.add(name);
      }
    }
    if (!withoutDev.isEmpty()) {
      warnings.add(
          table.name()
              + ": classes without a row in the dev part: "
              + String.join(", ", withoutDev));
    }
    return new RowCounts(
        profile.tally().rows(),
        profile.tally().bad(),
        all.getOrDefault(Part.TRAIN, 0L),
        all.getOrDefault(Part.DEV, 0L),
        all.getOrDefault(Part.TEST, 0L));
  }
}
