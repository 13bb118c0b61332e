package dev.sturgeon.dl4j;

import dev.sturgeon.train.TrainerContract;
import dev.sturgeon.train.TrainerFactory;

final class Dl4jTrainerTest extends TrainerContract {

  @Override
  protected TrainerFactory factory() {
    return new Dl4jTrainerFactory("mlp");
  }
}
