package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Source;
import dev.sturgeon.data.Split;
import dev.sturgeon.data.SplitRule;
import dev.sturgeon.data.TableSchema;
import dev.sturgeon.trial.Task;
import java.util.ArrayList;
import java.util.List;
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

  /** Reads classes for the first time and freezes their split and schema. */
  public Ingested ingest(DataSpec spec, long seed) {
    return ingest(spec, seed, null);
  }

  /** Reads classes, again by what was frozen if that is given. */
  public Ingested ingest(DataSpec spec, long seed, @Nullable Frozen frozen) {
    return ingest(spec, Task.CLASSIFICATION, seed, frozen);
  }

  /**
   * Reads data; again by what was frozen, if that is given: rows keep their part, columns and
   * classes stay.
   *
   * @param spec which data
   * @param task whether the label is a class or a number
   * @param seed the study's seed: sample, split and probe come from it
   * @param frozen what was fixed when they were first read; null for the first time
   * @throws DataException if they cannot be used, or no longer fit what was frozen
   */
  public Ingested ingest(DataSpec spec, Task task, long seed, @Nullable Frozen frozen) {
    return frozen == null
        ? ingest(spec, task, seed, null, null)
        : ingest(spec, task, seed, frozen.rule(), frozen.schema());
  }

  /**
   * Reads other data than before, of which the rows that were there keep their part.
   *
   * @param before how those were split
   * @throws DataException if they cannot be used
   */
  public Ingested ingestLike(DataSpec spec, Task task, long seed, SplitRule before) {
    return ingest(spec, task, seed, before, null);
  }

  private Ingested ingest(
      DataSpec spec,
      Task task,
      long seed,
      @Nullable SplitRule before,
      @Nullable TableSchema schema) {
    Source.Table source = TableReader.source(spec);
    List<String> warnings = new ArrayList<>();
    long splitSeed = before == null ? seed : before.seed();
    FileReader reader =
        new FileReader(spark, source, task, splitSeed, new Sample(splitSeed, spec.sample()));
    FileReader.Training training =
        schema == null ? reader.first(warnings) : reader.again(schema, warnings);
    List<TableFile> files = new ArrayList<>(List.of(training.file()));
    files.addAll(reader.ownParts(training, warnings));
    SplitRule rule = before == null ? rule(spec, task, seed, training.file()) : before;
    TableProfile profile = training.file().profile();
    Split split = Split.of(rule, profile.labels(), profile.keys());
    return Ingested.collect(
        new IngestedTable(source, files, training.schema(), split), task, seed, warnings);
  }

  /** Chooses how the main file is split; parts that have files of their own get none of it. */
  private static SplitRule rule(DataSpec spec, Task task, long seed, TableFile file) {
    double dev = spec.hasOwnDev() ? 0 : spec.dev();
    double test = spec.hasOwnTest() ? 0 : spec.test();
    long[] keys = file.profile().keys();
    if (file.layout().roles().by().isShared()) {
      return SplitRule.together(seed, dev, test, keys);
    }
    return task == Task.REGRESSION
        ? SplitRule.unstratified(seed, dev, test, keys)
        : SplitRule.stratified(seed, dev, test, file.profile().keysByLabel());
  }
}
