package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Source;
import dev.sturgeon.data.Split;
import dev.sturgeon.data.SplitRule;
import dev.sturgeon.data.TableSchema;
import dev.sturgeon.data.TableSchema.Feature;
import dev.sturgeon.data.TableSchema.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads a study's data: understands the columns, splits the rows, fits the preprocessing to the
 * training part and collects the train and dev parts as arrays.
 *
 * <p>The rows are read twice: one Spark job profiles the columns and hashes the rows, one collects.
 * Where texts are found in a numeric column, the first is repeated. The result depends on the rows
 * alone, not on their order, their partitions or the parallelism. The test part is counted, never
 * collected.
 */
public final class Ingestion {
  private final SparkSession spark;

  /** Reads with this session. */
  public Ingestion(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Reads data for the first time and freezes their split and schema.
   *
   * @param spec which data
   * @param seed the study's seed: the split and the probe come from it
   * @throws DataException if they cannot be used
   */
  public Ingested ingest(DataSpec spec, long seed) {
    return ingest(spec, seed, null);
  }

  /**
   * Reads data again by what was frozen: rows keep their part, columns and classes stay.
   *
   * @throws DataException if they cannot be used, or no longer fit what was frozen
   */
  public Ingested ingest(DataSpec spec, long seed, @Nullable Frozen frozen) {
    Source.Table source = TableReader.source(spec);
    Table table = TableReader.open(spark, source);
    TableSchema known = frozen == null ? null : frozen.schema();
    Roles roles =
        known == null
            ? Roles.of(table, source.columns())
            : Roles.of(table, source.columns(), known);
    Layout layout = Layout.of(table, source.reading(), roles.label(), roles.id(), roles.used());
    long splitSeed = frozen == null ? seed : frozen.rule().seed();

    if (known != null) {
      layout =
          layout
              .withNumeric(positions(table, known.names(Kind.NUMERIC)))
              .withClasses(known.classes());
    }
    TableProfile profile = TableProfile.of(table, layout, splitSeed);
    if (known == null) {
      layout =
          layout.withNumeric(
              SchemaFinder.numeric(
                  table, roles.used(), source.columns().categorical(), profile.columns()));
      if (SchemaFinder.anyMixed(layout.numeric(), profile.columns())) {
        // Which rows are bad is known only now.
        profile = TableProfile.of(table, layout, splitSeed);
      }
    }
    List<String> warnings = new ArrayList<>(profile.tally().check(source.reading().badRows()));
    Map<String, long[]> hashes = profile.hashesByLabel();
    TableSchema schema =
        known == null ? schema(table, roles, layout, profile, hashes, warnings) : known;
    SplitRule rule =
        frozen == null
            ? SplitRule.stratified(seed, spec.dev(), spec.test(), hashes)
            : frozen.rule();
    Split split = Split.of(rule, profile.labels(), profile.hashes());
    return Ingested.collect(
        new IngestedTable(table, source.reading(), layout, schema, split, profile), seed, warnings);
  }

  private static TableSchema schema(
      Table table,
      Roles roles,
      Layout layout,
      TableProfile profile,
      Map<String, long[]> hashes,
      List<String> warnings) {
    String label = table.columns().get(roles.label());
    List<String> classes = ClassNames.of(table.name() + ", column '" + label + "'", hashes);
    List<Feature> features =
        SchemaFinder.features(table, roles.used(), layout.numeric(), profile.columns(), warnings);
    return new TableSchema(
        table.columns(),
        label,
        roles.id() < 0 ? null : table.columns().get(roles.id()),
        features,
        classes);
  }

  private static int[] positions(Table table, List<String> columns) {
    return columns.stream().mapToInt(table.columns()::indexOf).toArray();
  }
}
