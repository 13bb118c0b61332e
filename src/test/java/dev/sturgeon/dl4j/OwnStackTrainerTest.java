package dev.sturgeon.dl4j;

import dev.sturgeon.train.TrainerContract;
import dev.sturgeon.train.TrainerFactory;

/** That norms of steps follow the epoch's rate shows that the network's own rates do not count. */
final class OwnStackTrainerTest extends TrainerContract {

  @Override
  protected TrainerFactory factory() {
    return new Dl4jTrainerFactory(OwnStack.class.getName());
  }
}
