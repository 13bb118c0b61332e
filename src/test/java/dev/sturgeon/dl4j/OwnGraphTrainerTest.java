package dev.sturgeon.dl4j;

import dev.sturgeon.train.TrainerContract;
import dev.sturgeon.train.TrainerFactory;
import java.util.List;

final class OwnGraphTrainerTest extends TrainerContract {

  @Override
  protected TrainerFactory factory() {
    return new Dl4jTrainerFactory(OwnGraph.class.getName());
  }

  @Override
  protected List<String> layers() {
    return List.of("first", "hidden", "out");
  }
}
