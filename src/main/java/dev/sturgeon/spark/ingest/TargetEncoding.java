package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.TargetScale;
import dev.sturgeon.data.Targets;
import dev.sturgeon.trial.Task;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What labels become: classes, or numbers scaled as the training part says.
 *
 * @param classes how many there are
 * @param scale of numbers to predict; null if labels are classes
 */
record TargetEncoding(int classes, @Nullable TargetScale scale) {

  /** Fits the scale to the training part; numbers that never vary are refused. */
  static TargetEncoding fit(Task task, IngestedTable table, RawExamples train) {
    if (task == Task.CLASSIFICATION) {
      return new TargetEncoding(table.schema().classes().size(), null);
    }
    double mean = 0;
    double squares = 0;
    int rows = 0;
    for (double label : train.labels()) {
      double difference = label - mean;
      mean += difference / ++rows;
      squares += difference * (label - mean);
    }
    double std = rows < 2 ? 0 : Math.sqrt(squares / (rows - 1));
    if (std == 0) {
      throw new DataException(
          "%s, column '%s': every number to predict in the training part is %s; there is nothing to learn"
              .formatted(table.name(), table.schema().label(), mean));
    }
    return new TargetEncoding(0, new TargetScale(mean, std));
  }

  Targets encode(RawExamples rows) {
    double[] labels = rows.labels();
    if (scale == null) {
      return new Targets.Labels(
          Arrays.stream(labels).mapToInt(label -> (int) label).toArray(), classes);
    }
    float[] scaled = new float[labels.length];
    for (int row = 0; row < scaled.length; row++) {
      scaled[row] = (float) scale.scaled(labels[row]);
    }
    return new Targets.Numbers(scaled, scale);
  }
}
