package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.Split;
import dev.sturgeon.data.SplitRule.Part;
import dev.sturgeon.data.TableSchema;
import dev.sturgeon.data.TableSchema.Kind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of a study with all that was found in it.
 *
 * @param table its rows
 * @param layout how they are understood
 * @param profile what they are like
 * @param own the part it is, if it is one of the user's own parts; null to split it
 */
record TableFile(Table table, Layout layout, TableProfile profile, @Nullable Part own) {

  /** The part of one of the profile's rows. */
  Part part(Split split, int row) {
    return own == null ? split.part(profile.labels()[row], profile.keys()[row]) : own;
  }

  /** Collects the raw values of some parts, in one Spark job. */
  List<ValueChunk> collect(TableSchema schema, Split split, EnumSet<Part> parts) {
    if (own != null && !parts.contains(own)) {
      return List.of();
    }
    Map<String, Integer> classes = new HashMap<>();
    schema.classes().forEach(name -> classes.put(name, classes.size()));
    ValueChunk.Selection selection =
        new ValueChunk.Selection(
            split,
            own,
            parts,
            classes,
            table.positions(schema.names(Kind.NUMERIC)),
            table.positions(schema.names(Kind.CATEGORICAL)));
    Layout rows = layout;
    return table.read(part -> ValueChunk.of(rows, selection, part)).stream()
        .flatMap(List::stream)
        .toList();
  }
}
