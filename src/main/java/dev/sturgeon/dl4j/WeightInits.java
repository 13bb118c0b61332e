package dev.sturgeon.dl4j;

import dev.sturgeon.train.TrainingSettings;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.deeplearning4j.nn.weights.WeightInitVarScalingUniformFanIn;

/** DL4J's form of the ways to draw weights. */
final class WeightInits {

  private WeightInits() {}

  static IWeightInit of(TrainingSettings settings) {
    return switch (settings.weightInit()) {
      case HE -> named(WeightInit.RELU);
      case HE_UNIFORM -> named(WeightInit.RELU_UNIFORM);
      case XAVIER -> named(WeightInit.XAVIER);
      case XAVIER_UNIFORM -> named(WeightInit.XAVIER_UNIFORM);
      case LECUN -> named(WeightInit.LECUN_NORMAL);
      case LECUN_UNIFORM -> lecunUniform();
      case GAUSSIAN -> new WeightInitDistribution(new NormalDistribution(0, settings.weightStd()));
      case ZEROS -> named(WeightInit.ZERO);
    };
  }

  /** DL4J's own LECUN_UNIFORM, bounded by 3 / root of the inputs, has three times the variance. */
  private static IWeightInit lecunUniform() {
    return new WeightInitVarScalingUniformFanIn(Math.sqrt(1 / 3.0));
  }

  private static IWeightInit named(WeightInit init) {
    return init.getWeightInitFunction();
  }
}
