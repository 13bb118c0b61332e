package dev.sturgeon.spark.score;

import java.util.List;

/** Applies a finished network with its preprocessing to new data, on Spark. */
public interface Scorer {

  /**
   * Writes predictions, in the order of the data, as one CSV file with a header.
   *
   * @param input what to score, in the form of the training data, a path or URI that Hadoop knows
   * @param output the file to write, over what was there; a path or URI that executors see too
   * @param keep columns of the input to write before the predictions
   * @return warnings about what was left out
   * @throws dev.sturgeon.data.DataException if the input cannot be used or the output not written
   */
  List<String> predict(String input, String output, List<String> keep);

  /**
   * What the network says about labelled data.
   *
   * @param input in the form of the training data, a path or URI that Hadoop knows
   * @throws dev.sturgeon.data.DataException if the input cannot be used
   */
  Evaluated evaluate(String input);
}
