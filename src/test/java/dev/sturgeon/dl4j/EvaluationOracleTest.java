package dev.sturgeon.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.trial.Metric;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.evaluation.classification.ROC;
import org.nd4j.evaluation.classification.ROCMultiClass;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Our metrics against DL4J's. */
final class EvaluationOracleTest {

  @Test
  void manyClasses() {
    Sample sample = Sample.of(2000, 5, 11);
    Evaluation theirs = new Evaluation(5);
    theirs.eval(sample.oneHot(), sample.matrix());
    ROCMultiClass roc = new ROCMultiClass(0);
    roc.eval(sample.oneHot(), sample.matrix());
    assertThat(sample.ours(Metric.ACCURACY)).isCloseTo(theirs.accuracy(), within(1e-9));
    assertThat(sample.ours(Metric.BALANCED_ACCURACY)).isCloseTo(theirs.recall(), within(1e-9));
    assertThat(sample.ours(Metric.F1_MACRO)).isCloseTo(theirs.f1(), within(1e-9));
    assertThat(sample.ours(Metric.ROC_AUC)).isCloseTo(roc.calculateAverageAUC(), within(1e-5));
  }

  /** DL4J joins the points of the precision-recall curve, which average precision does not. */
  @Test
  void twoClasses() {
    Sample sample = Sample.of(4000, 2, 12);
    ROC roc = new ROC(0);
    roc.eval(sample.oneHot(), sample.matrix());
    assertThat(sample.ours(Metric.ROC_AUC)).isCloseTo(roc.calculateAUC(), within(1e-5));
    assertThat(sample.ours(Metric.PR_AUC)).isCloseTo(roc.calculateAUCPR(), within(2e-3));
  }

  /** Random rows, their probabilities leaning towards the truth. */
  private record Sample(float[] probabilities, int[] labels, int classes) {

    static Sample of(int rows, int classes, long seed) {
      Random random = new Random(seed);
      float[] probabilities = new float[rows * classes];
      int[] labels = new int[rows];
      for (int row = 0; row < rows; row++) {
        labels[row] = random.nextInt(classes);
        double sum = 0;
        double[] odds = random.doubles(classes).toArray();
        odds[labels[row]] += 0.5 * random.nextDouble();
        for (double odd : odds) {
          sum += odd;
        }
        for (int c = 0; c < classes; c++) {
          probabilities[row * classes + c] = (float) (odds[c] / sum);
        }
      }
      return new Sample(probabilities, labels, classes);
    }

    INDArray matrix() {
      return Nd4j.createFromArray(probabilities).reshape(labels.length, classes);
    }

    INDArray oneHot() {
      float[] ones = new float[probabilities.length];
      for (int row = 0; row < labels.length; row++) {
        ones[row * classes + labels[row]] = 1;
      }
      return Nd4j.createFromArray(ones).reshape(labels.length, classes);
    }

    double ours(Metric metric) {
      return dev.sturgeon.train.Evaluation.of(
              probabilities, new dev.sturgeon.data.Targets.Labels(labels, classes))
          .metric(metric);
    }
  }
}
