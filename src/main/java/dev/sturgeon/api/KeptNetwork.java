package dev.sturgeon.api;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.dl4j.Dl4jModelWriter;
import dev.sturgeon.dl4j.Dl4jPredictorFactory;
import dev.sturgeon.store.Storage;
import dev.sturgeon.train.CheckpointStore;
import dev.sturgeon.train.DamagedCheckpointException;
import dev.sturgeon.train.Predictor;
import dev.sturgeon.train.TrainingState;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The network that a trial has kept, out of its best checkpoint.
 *
 * @param trial whose it is
 * @param model the network as a file's content
 */
record KeptNetwork(Trial trial, byte[] model) {

  /**
   * That of the first trial whose checkpoint can be read; it is said where that is not the first of
   * all. Empty where there is none: a study with nothing but damaged checkpoints still ends.
   *
   * @param ending of the study
   * @param trials in order of preference
   */
  static Optional<KeptNetwork> first(StudyEnding ending, List<Trial> trials, TrainingData data)
      throws IOException {
    boolean lost = false;
    for (Trial trial : trials) {
      if (trial.checkpoints() == null) {
        continue;
      }
      try {
        byte[] model = model(ending.storage(), ending.network(), trial, data);
        if (lost) {
          ending.listener().note("best/ has the network of trial " + trial.id() + " instead");
        }
        return Optional.of(new KeptNetwork(trial, model));
      } catch (DamagedCheckpointException | NoSuchFileException e) {
        // Of trials further back the files are gone as a rule, which nobody need be told.
        if (!lost) {
          ending
              .listener()
              .note("the network of trial %s is lost: %s".formatted(trial.id(), e.getMessage()));
        }
        lost = true;
      }
    }
    if (lost) {
      ending.listener().note("no network that can be read is left: best/ is not written");
    }
    return Optional.empty();
  }

  /**
   * The network as a file's content.
   *
   * @param kind the study's network
   * @param data what it was trained on
   * @throws DamagedCheckpointException if the file is not what was written
   */
  static byte[] model(Storage storage, String kind, Trial trial, TrainingData data)
      throws IOException {
    TrainingState trained =
        new CheckpointStore(storage)
            .read(Objects.requireNonNull(trial.checkpoints()).best())
            .state();
    return new Dl4jModelWriter(kind)
        .write(trial.savedConfiguration(), trained, data.shape(), data.train().targets());
  }

  /** What a network says of examples, worked out here and now. */
  static float[] outputs(byte[] model, Examples examples) {
    try (Predictor predictor = new Dl4jPredictorFactory().open(model)) {
      return predictor.outputs(examples.features(), examples.rows());
    }
  }
}
