package dev.sturgeon.dl4j;

import dev.sturgeon.train.WeightInit;

/** DL4J's form of the ways to draw weights. */
final class WeightInits {

  private WeightInits() {}

  static org.deeplearning4j.nn.weights.WeightInit of(WeightInit weightInit) {
    return switch (weightInit) {
      case HE -> org.deeplearning4j.nn.weights.WeightInit.RELU;
      case HE_UNIFORM -> org.deeplearning4j.nn.weights.WeightInit.RELU_UNIFORM;
      case XAVIER -> org.deeplearning4j.nn.weights.WeightInit.XAVIER;
      case XAVIER_UNIFORM -> org.deeplearning4j.nn.weights.WeightInit.XAVIER_UNIFORM;
      case LECUN -> org.deeplearning4j.nn.weights.WeightInit.LECUN_NORMAL;
    };
  }
}
