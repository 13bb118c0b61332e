package dev.sturgeon.dl4j;

import dev.sturgeon.data.TrainingData;
import dev.sturgeon.train.Trainer;
import dev.sturgeon.train.TrainerFactory;
import dev.sturgeon.trial.Objective;

/** Makes trainers that train the built-in networks with DL4J. */
public record Dl4jTrainerFactory() implements TrainerFactory {

  @Override
  public Trainer create(TrainingData data, Objective objective) {
    return new Dl4jTrainer(data, objective);
  }
}
