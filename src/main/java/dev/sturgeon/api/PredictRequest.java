package dev.sturgeon.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows to score with which network.
 *
 * @param model a study's {@code best} directory, a path or URI
 * @param data the rows, in the form of the training data, with or without the label
 * @param output the CSV file to write, a path or URI
 * @param keep input columns to copy to the output
 * @param master the Spark master; null for spark-submit's, else {@code local[*]}
 */
public record PredictRequest(
    String model, String data, String output, List<String> keep, @Nullable String master) {

  /** Copies the list. */
  public PredictRequest {
    keep = List.copyOf(keep);
  }
}
