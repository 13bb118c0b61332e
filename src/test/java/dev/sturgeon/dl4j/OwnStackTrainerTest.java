package dev.sturgeon.dl4j;

import dev.sturgeon.train.TrainerContract;
import dev.sturgeon.train.TrainerFactory;
import java.util.List;

/** That norms of steps follow the epoch's rate shows that the network's own rates do not count. */
final class OwnStackTrainerTest extends TrainerContract {

  @Override
  protected TrainerFactory factory() {
    return new Dl4jTrainerFactory(OwnStack.class.getName());
  }

  /** Batch norm of the input, two hidden layers and the output. */
  @Override
  protected List<String> layers() {
    return List.of("0", "1", "2", "3");
  }
}
