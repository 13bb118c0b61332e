package dev.sturgeon.dl4j;

import dev.sturgeon.data.TrainingData;
import dev.sturgeon.train.Trainer;
import dev.sturgeon.train.TrainerFactory;
import dev.sturgeon.trial.Objective;

/**
 * Makes trainers that train a network with DL4J.
 *
 * @param network its name, as {@link Networks} knows it
 */
public record Dl4jTrainerFactory(String network) implements TrainerFactory {

  @Override
  public Trainer create(TrainingData data, Objective objective) {
    return new Dl4jTrainer(Networks.named(network), data, objective);
  }
}
