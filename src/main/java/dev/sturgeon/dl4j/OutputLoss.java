package dev.sturgeon.dl4j;

import dev.sturgeon.data.Targets;
import dev.sturgeon.trial.Objective;
import java.util.Arrays;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * A network's end: what its outputs mean and what training minimises.
 *
 * @param loss cross-entropy of classes, or squared error of a number
 * @param activation softmax for classes, identity for a number
 */
record OutputLoss(ILossFunction loss, Activation activation) {

  /** For these targets, all classes counting alike. */
  static OutputLoss of(Targets targets) {
    return targets instanceof Targets.Labels
        ? new OutputLoss(new LossMCXENT(), Activation.SOFTMAX)
        : new OutputLoss(new LossMSE(), Activation.IDENTITY);
  }

  /** For these targets of a training part, and an objective that may weigh classes. */
  static OutputLoss of(Targets targets, Objective objective) {
    return targets instanceof Targets.Labels labels
            && objective.classWeights() == Objective.ClassWeights.BALANCED
        ? new OutputLoss(new LossMCXENT(Nd4j.createFromArray(balanced(labels))), Activation.SOFTMAX)
        : of(targets);
  }

  /** rows / (classes present * rows of the class), so that the mean weight of an example is 1. */
  private static float[] balanced(Targets.Labels labels) {
    int[] counts = labels.counts();
    long present = Arrays.stream(counts).filter(count -> count > 0).count();
    float[] weights = new float[counts.length];
    for (int c = 0; c < weights.length; c++) {
      weights[c] = counts[c] == 0 ? 0 : (float) labels.rows() / (present * counts[c]);
    }
    return weights;
  }
}
