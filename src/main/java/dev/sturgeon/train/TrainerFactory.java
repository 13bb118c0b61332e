package dev.sturgeon.train;

import dev.sturgeon.data.TrainingData;
import dev.sturgeon.trial.Objective;
import java.io.Serializable;

/** Makes a {@link Trainer} on the executor it is sent to. */
public interface TrainerFactory extends Serializable {

  /** A trainer for these data; called once per executor JVM. */
  Trainer create(TrainingData data, Objective objective);
}
