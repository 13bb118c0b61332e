package dev.sturgeon.spark.score;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Source.Reading;
import dev.sturgeon.spark.ingest.FeatureFrame;
import dev.sturgeon.spark.ingest.Preprocessing;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;

/** Applies a finished network with its preprocessing to rows in files, on Spark. */
public final class Scoring implements Scorer {
  private final SparkSession spark;
  private final Preprocessing preprocessing;
  private final Network network;

  /** Scores with this network, whose inputs and outputs the preprocessing describes. */
  public Scoring(SparkSession spark, Preprocessing preprocessing, Network network) {
    this.spark = spark;
    this.preprocessing = preprocessing;
    this.network = network;
  }

  @Override
  public List<String> predict(String input, String output, List<String> keep) {
    return predict(input, preprocessing.options(), output, keep);
  }

  @Override
  public Evaluated evaluate(String input) {
    return evaluate(input, preprocessing.options());
  }

  /**
   * Writes predictions for a file's rows, in its order, as one CSV file with a header: the kept
   * columns as they stand in the input, {@code prediction} with the label as it stood in the
   * training data, and {@code probability_CLASS} for each class; or {@code prediction} with a
   * number in the label's own unit, where the network says numbers. Categories that training never
   * saw count as missing. The label column may be absent.
   *
   * @param input a file, directory or glob in the training data's format; CSV if it is called so
   * @param options how to read it
   * @param output the file to write, over what was there; a path or URI that Hadoop knows, which
   *     executors must see too
   * @param keep columns of the input to write before the predictions
   * @return warnings about rows left out
   * @throws DataException if the input cannot be used or the output not written
   */
  public List<String> predict(String input, Reading options, String output, List<String> keep) {
    FeatureFrame frame = FeatureFrame.read(spark, preprocessing, input, options, false, keep);
    predictions().write(spark, score(frame), keep, output, options.delimiter());
    return frame.warnings();
  }

  /**
   * What the network says about a file's labelled rows.
   *
   * @param input a file, directory or glob in the training data's format; CSV if it is called so
   * @param options how to read it
   * @throws DataException if the input cannot be used; a row whose label is missing or unknown to
   *     the model is a bad row
   */
  public Evaluated evaluate(String input, Reading options) {
    FeatureFrame frame = FeatureFrame.read(spark, preprocessing, input, options, true, List.of());
    return predictions().evaluated(score(frame).collect(), frame.warnings());
  }

  private Predictions predictions() {
    return new Predictions(preprocessing.classes(), preprocessing.scale());
  }

  private JavaRDD<ScoredRow> score(FeatureFrame frame) {
    return NetworkTask.score(
        spark, frame, network, preprocessing.columns(), preprocessing.outputs());
  }
}
