package dev.sturgeon.spark;

import dev.sturgeon.data.TrainingData;
import dev.sturgeon.train.CheckpointStore;
import dev.sturgeon.train.SegmentWork;
import dev.sturgeon.train.SegmentWorkFactory;
import dev.sturgeon.train.TrainerFactory;
import dev.sturgeon.train.TrainingWork;
import dev.sturgeon.trial.Objective;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Opens the training of a study on an executor: its data come as a broadcast, once for all trials.
 *
 * @param data the study's data
 * @param trainers makes the engine
 * @param objective what the study optimises
 * @param directory the study directory, seen by every executor
 */
record BroadcastWorkFactory(
    Shipped<TrainingData> data, TrainerFactory trainers, Objective objective, String directory)
    implements SegmentWorkFactory {

  @Override
  public SegmentWork open() {
    TrainingData shared = data.get();
    try {
      CheckpointStore checkpoints = new CheckpointStore(StudyStorage.open(directory));
      return new TrainingWork(trainers.create(shared, objective), shared, objective, checkpoints);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
