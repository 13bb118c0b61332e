package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.Targets;
import dev.sturgeon.data.TrainingData;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** A study's data, ready: the arrays to search on and all that was decided on the way there. */
public interface StudyData {

  /** The train and dev parts, preprocessed. */
  TrainingData data();

  /** What to keep, so that the same data are read in the same way again: one line of JSON. */
  String frozenJson();

  /** The labels, in the order of a network's outputs; empty for numbers. */
  List<String> classes();

  /** Things a person should know: columns left out, rows dropped. One sentence or two each. */
  List<String> warnings();

  /** How many examples there are of what. */
  RowCounts counts();

  /** A hash of all examples used, whatever their order: 32 hexadecimal digits. */
  String contentHash();

  /**
   * The test part, preprocessed: only for when the search is over.
   *
   * @throws IllegalStateException if there is no example in it
   */
  Examples test();

  /**
   * Saves the fitted preprocessing into a directory, over what was there.
   *
   * @param directory a path or URI that Hadoop knows
   */
  void savePreprocessing(SparkSession spark, String directory) throws IOException;

  /**
   * The share of the largest class in the training part: the accuracy of always saying it; 0 for
   * numbers.
   */
  default double largestClassShare() {
    return data().train().targets() instanceof Targets.Labels labels
        ? (double) Arrays.stream(labels.counts()).max().orElse(0) / labels.rows()
        : 0;
  }
}
