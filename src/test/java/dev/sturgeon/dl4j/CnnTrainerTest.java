package dev.sturgeon.dl4j;

import dev.sturgeon.data.TrainingData;
import dev.sturgeon.train.SyntheticData;
import dev.sturgeon.train.TrainerContract;
import dev.sturgeon.train.TrainerFactory;

/** The convolutional network on images of 6 x 4 pixels. */
final class CnnTrainerTest extends TrainerContract {

  @Override
  protected TrainerFactory factory() {
    return new Dl4jTrainerFactory("cnn");
  }

  @Override
  protected TrainingData data() {
    return SyntheticData.images(101, 6, 4, 3);
  }

  /** Two convolutions, a dense layer, the output. */
  @Override
  protected String[] layers() {
    return new String[] {"0", "1", "2", "3"};
  }
}
