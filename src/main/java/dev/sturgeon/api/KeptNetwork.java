package dev.sturgeon.api;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.dl4j.Dl4jModelWriter;
import dev.sturgeon.dl4j.Dl4jPredictorFactory;
import dev.sturgeon.store.Storage;
import dev.sturgeon.train.CheckpointStore;
import dev.sturgeon.train.Predictor;
import dev.sturgeon.train.TrainingState;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.util.Objects;

/** The network that a trial has kept, out of its best checkpoint. */
final class KeptNetwork {

  private KeptNetwork() {}

  /**
   * The network as a file's content.
   *
   * @param kind the study's network
   * @param data what it was trained on
   */
  static byte[] model(Storage storage, String kind, Trial trial, TrainingData data)
      throws IOException {
    TrainingState trained =
        new CheckpointStore(storage)
            .read(Objects.requireNonNull(trial.checkpoints()).best())
            .state();
    return new Dl4jModelWriter(kind)
        .write(trial.configuration(), trained, data.shape(), data.train().targets());
  }

  /** What a network says of examples, worked out here and now. */
  static float[] outputs(byte[] model, Examples examples) {
    try (Predictor predictor = new Dl4jPredictorFactory().open(model)) {
      return predictor.outputs(examples.features(), examples.rows());
    }
  }
}
