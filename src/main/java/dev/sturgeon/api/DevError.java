package dev.sturgeon.api;

import dev.sturgeon.data.TrainingData;
import dev.sturgeon.store.Storage;
import dev.sturgeon.train.Uncertainty;
import dev.sturgeon.trial.Guess;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Trial;
import java.io.IOException;

/** How far a trial's dev value may be off for want of examples. */
final class DevError {

  private DevError() {}

  /**
   * The standard error on the dev part of these data: of an accuracy from its value, of other
   * figures from what the network says that the trial has kept.
   *
   * @param storage of the trial's study
   * @param network the study's network
   * @throws IOException if the network cannot be read
   */
  static double of(Storage storage, String network, Metric metric, Trial trial, TrainingData data)
      throws IOException {
    if (metric == Metric.ACCURACY) {
      return Guess.standardError(metric, trial.scores().orElseThrow().metric(), data.dev().rows());
    }
    byte[] model = KeptNetwork.model(storage, network, trial, data);
    float[] outputs = KeptNetwork.outputs(model, data.dev());
    return Uncertainty.standardError(metric, outputs, data.dev().targets());
  }
}
