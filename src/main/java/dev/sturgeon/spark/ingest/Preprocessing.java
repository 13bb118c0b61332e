package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Source.Reading;
import dev.sturgeon.data.TableSchema;
import dev.sturgeon.data.TargetScale;
import dev.sturgeon.trial.Task;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * All that turns a row of a table into a network's input: a fitted MLlib pipeline and the table's
 * schema. Saved as a directory with {@code pipeline/}, which plain Spark loads, and {@code
 * preprocessing.json}.
 */
public final class Preprocessing {
  private static final String PIPELINE = "pipeline";
  private static final String DESCRIPTION = "preprocessing.json";

  private final PreprocessingFile description;
  private final PipelineModel pipeline;

  Preprocessing(PreprocessingFile description, PipelineModel pipeline) {
    this.description = description;
    this.pipeline = pipeline;
  }

  /** The table's columns and classes. */
  public TableSchema schema() {
    return description.schema();
  }

  /** How the training data were read; the default for reading more. */
  public Reading options() {
    return description.options();
  }

  /** Features per row that come out, and go into a network. */
  public int columns() {
    return description.columns();
  }

  /** MLlib's transformers. Their input columns carry the features' names, made safe for Spark. */
  public PipelineModel pipeline() {
    return pipeline;
  }

  /** The labels, in the order of a network's outputs; none if it says a number. */
  public List<String> classes() {
    return schema().classes();
  }

  /** How numbers to predict were scaled; null if the label is a class. */
  public @Nullable TargetScale scale() {
    return description.scale();
  }

  /** How many numbers a network says of each row. */
  public int outputs() {
    return scale() == null ? classes().size() : 1;
  }

  /** What the network says of a row. */
  Task task() {
    return scale() == null ? Task.CLASSIFICATION : Task.REGRESSION;
  }

  /** The training data's format. */
  String format() {
    return Objects.requireNonNullElse(description.format(), "csv");
  }

  /** What else Spark's reader was told for them. */
  SortedMap<String, String> readerOptions() {
    return Objects.requireNonNullElse(description.readerOptions(), new TreeMap<>());
  }

  /**
   * Saves into a directory, over what was there.
   *
   * @param directory a path or URI that Hadoop knows
   */
  public void save(SparkSession spark, String directory) throws IOException {
    pipeline.write().session(spark).overwrite().save(new Path(directory, PIPELINE).toString());
    Path file = new Path(directory, DESCRIPTION);
    try (var out = HadoopFiles.of(spark, file).create(file, true)) {
      out.write(description.toJson());
    }
  }

  /**
   * Loads what {@link #save} saved, by this or an earlier version.
   *
   * @throws DataException if there is no such thing or it cannot be read
   */
  public static Preprocessing load(SparkSession spark, String directory) {
    Path file = new Path(directory, DESCRIPTION);
    try (var in = HadoopFiles.of(spark, file).open(file)) {
      PreprocessingFile saved = PreprocessingFile.fromJson(file.toString(), in.readAllBytes());
      PipelineModel pipeline =
          PipelineModel.read().session(spark).load(new Path(directory, PIPELINE).toString());
      return new Preprocessing(saved, pipeline);
    } catch (IOException e) {
      throw new DataException(file + ": saved preprocessing cannot be read: " + e.getMessage(), e);
    }
  }
}
