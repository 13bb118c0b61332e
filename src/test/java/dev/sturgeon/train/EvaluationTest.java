package dev.sturgeon.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Scores;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class EvaluationTest {
  private static final Offset<Double> CLOSE = within(1e-7);

  /** Rows 0 to 4: two right of class 0, one 0 taken for 1, one right 1, one 2 taken for 0. */
  private static final ClassEvaluation THREE =
      ClassEvaluation.of(
          new float[] {
            0.5f, 0.3f, 0.2f,
            0.7f, 0.2f, 0.1f,
            0.3f, 0.6f, 0.1f,
            0.2f, 0.5f, 0.3f,
            0.4f, 0.35f, 0.25f
          },
          new int[] {0, 0, 0, 1, 2},
          3);

  @Test
  void confusionCountsActualAgainstPredicted() {
    ConfusionMatrix confusion = THREE.confusion();
    assertThat(confusion.count(0, 0)).isEqualTo(2);
    assertThat(confusion.count(0, 1)).isEqualTo(1);
    assertThat(confusion.count(2, 0)).isEqualTo(1);
    assertThat(confusion.actual(0)).isEqualTo(3);
    assertThat(confusion.predicted(0)).isEqualTo(3);
    assertThat(confusion.classes()).isEqualTo(3);
  }

  @Test
  void figuresOfTheConfusionAreAsByHand() {
    assertThat(THREE.metric(Metric.ACCURACY)).isCloseTo(3 / 5.0, CLOSE);
    assertThat(THREE.metric(Metric.BALANCED_ACCURACY)).isCloseTo((2 / 3.0 + 1 + 0) / 3, CLOSE);
    assertThat(THREE.metric(Metric.F1_MACRO)).isCloseTo((2 / 3.0 + 2 / 3.0 + 0) / 3, CLOSE);
  }

  @Test
  void classesThatDoNotOccurDoNotCount() {
    ClassEvaluation evaluation =
        ClassEvaluation.of(new float[] {0.9f, 0.1f, 0, 0.2f, 0.8f, 0}, new int[] {0, 1}, 3);
    assertThat(evaluation.metric(Metric.BALANCED_ACCURACY)).isEqualTo(1);
    assertThat(evaluation.metric(Metric.F1_MACRO)).isEqualTo(1);
    assertThat(evaluation.metric(Metric.ROC_AUC)).isEqualTo(1);
  }

  @Test
  void lossIsTheMeanCrossEntropyClippedAtFloatsPrecision() {
    ClassEvaluation evaluation =
        ClassEvaluation.of(new float[] {0.5f, 0.5f, 1, 0, 0.25f, 0.75f}, new int[] {0, 1, 0}, 2);
    double wanted = -(Math.log(0.5) + Math.log(Math.pow(2, -23)) + Math.log(0.25)) / 3;
    assertThat(evaluation.loss()).isCloseTo(wanted, CLOSE);
    assertThat(evaluation.metric(Metric.LOG_LOSS)).isEqualTo(evaluation.loss());
    assertThat(evaluation.scores(Metric.ACCURACY))
        .isEqualTo(new Scores(evaluation.loss(), 1 / 3.0));
  }

  @Test
  void aTieGoesToTheLowerClass() {
    assertThat(
            ClassEvaluation.of(new float[] {0.5f, 0.5f}, new int[] {0}, 2).metric(Metric.ACCURACY))
        .isEqualTo(1);
  }

  /** Positives at .8 and .4, negatives at .6 and .2: 3 of 4 pairs are in order. */
  @Test
  void areasOfTwoClassesAreThoseOfClassOne() {
    ClassEvaluation evaluation = two(new double[] {0.8, 0.6, 0.4, 0.2}, 1, 0, 1, 0);
    assertThat(evaluation.metric(Metric.ROC_AUC)).isCloseTo(0.75, CLOSE);
    assertThat(evaluation.metric(Metric.PR_AUC)).isCloseTo((1 + 2 / 3.0) / 2, CLOSE);
  }

  @Test
  void tiedRowsShareAPlace() {
    ClassEvaluation evaluation = two(new double[] {0.5, 0.5, 0.5, 0.1}, 1, 0, 1, 0);
    assertThat(evaluation.metric(Metric.ROC_AUC)).isCloseTo(0.75, CLOSE);
    assertThat(evaluation.metric(Metric.PR_AUC)).isCloseTo(2 / 3.0, CLOSE);
  }

  @Test
  void areasOfManyClassesAreTheMeanOfEachAgainstTheRest() {
    double zero =
        5 / 6.0; // positives .5 .7 .3, negatives .2 .4: of six pairs only .3 < .4 is wrong
    double one = 3 / 4.0; // positive .5, negatives .3 .2 .6 .35
    double two = 3 / 4.0; // positive .25, negatives .2 .1 .1 .3
    assertThat(THREE.metric(Metric.ROC_AUC)).isCloseTo((zero + one + two) / 3, CLOSE);
    double precision = (1 + 1 + 3 / 4.0) / 3;
    assertThat(THREE.metric(Metric.PR_AUC)).isCloseTo((precision + 0.5 + 0.5) / 3, CLOSE);
  }

  @Test
  void withNothingToRankAreasAreThoseOfChance() {
    assertThat(two(new double[] {0.8, 0.6}, 0, 0).metric(Metric.ROC_AUC)).isEqualTo(0.5);
    assertThat(two(new double[] {0.8, 0.6}, 0, 0).metric(Metric.PR_AUC)).isZero();
    assertThat(two(new double[] {0.8, 0.6}, 1, 1).metric(Metric.PR_AUC)).isEqualTo(1);
  }

  @Test
  void anUndefinedProbabilityGivesAnUndefinedLoss() {
    assertThat(ClassEvaluation.of(new float[] {Float.NaN, Float.NaN}, new int[] {0}, 2).loss())
        .isNaN();
  }

  @Test
  void sizesMustAgree() {
    assertThatThrownBy(() -> ClassEvaluation.of(new float[5], new int[2], 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 probabilities are not 2 rows");
    assertThatThrownBy(() -> ClassEvaluation.of(new float[0], new int[0], 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ClassEvaluation two(double[] ofClassOne, int... labels) {
    float[] probabilities = new float[2 * labels.length];
    for (int row = 0; row < labels.length; row++) {
      probabilities[2 * row] = (float) (1 - ofClassOne[row]);
      probabilities[2 * row + 1] = (float) ofClassOne[row];
    }
    return ClassEvaluation.of(probabilities, labels, 2);
  }
}
