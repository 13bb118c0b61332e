package dev.sturgeon.spark.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Examples;
import dev.sturgeon.data.Shape;
import dev.sturgeon.data.TargetScale;
import dev.sturgeon.data.Targets;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.spark.ingest.Ingestion;
import dev.sturgeon.spark.ingest.LocalSpark;
import dev.sturgeon.train.Evaluation;
import dev.sturgeon.trial.Metric;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class BaselinesTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(2);

  @Test
  void theLinearModelReadsDigitsWell() {
    TrainingData data = new Ingestion(SPARK.session()).ingest(DataSpec.digits(), 1).data();

    Baseline linear = linear(data);

    assertThat(linear.name()).isEqualTo("linear model");
    assertThat(linear.devOutputs()).hasSize(data.dev().rows() * 10);
    assertThat(metric(linear, data, Metric.ACCURACY)).isGreaterThan(0.95);
  }

  @Test
  void theMajorityClassIsSaidWithTheTrainingShares() {
    Examples train = Examples.ofClasses(new float[] {1, 2, 3, 4}, new int[] {1, 1, 0, 1}, 1, 3);
    Examples dev = Examples.ofClasses(new float[] {1, 2}, new int[] {0, 2}, 1, 3);

    Baseline majority = simplest(TrainingData.of(train, dev, 1));

    assertThat(majority.name()).isEqualTo("majority class");
    assertThat(majority.devOutputs()).containsExactly(0.25f, 0.75f, 0, 0.25f, 0.75f, 0);
  }

  @Test
  void ofNumbersTheMeanOfTheTrainingPartIsSaid() {
    TrainingData data = TrainingData.of(line(300, 4, 0.1, 1), line(100, 4, 0.1, 2), 1);

    Baseline mean = simplest(data);

    assertThat(mean.name()).isEqualTo("mean");
    assertThat(metric(mean, data, Metric.R2)).isCloseTo(0, within(0.1));
  }

  @Test
  void theLinearModelOfNumbersFindsALineInItsOwnUnit() {
    TrainingData data = TrainingData.of(line(300, 4, 0.1, 1), line(100, 4, 0.1, 2), 1);

    Baseline linear = linear(data);

    assertThat(linear.devOutputs()).hasSize(100);
    assertThat(metric(linear, data, Metric.R2)).isGreaterThan(0.98);
    assertThat(metric(linear, data, Metric.RMSE)).as("0.1 of std 20").isCloseTo(2, within(0.4));
  }

  @Test
  void aColumnTwiceAndAConstantOneDoNoHarm() {
    Examples train = line(300, 4, 0, 1);
    for (int row = 0; row < train.rows(); row++) {
      train.features()[row * 4 + 2] = train.features()[row * 4 + 1];
      train.features()[row * 4 + 3] = 0;
    }
    TrainingData data = TrainingData.of(train, line(100, 4, 0, 2), 1);

    assertThat(linear(data).devOutputs()).doesNotContain(Float.NaN);
  }

  @Test
  void ofLargeDataTheLinearModelSeesASampleAndSaysSo() {
    int columns = 2000;
    int rows = LinearModel.MOST_NUMBERS / columns + 500;
    TrainingData data = TrainingData.of(line(rows, columns, 0.1, 1), line(50, columns, 0.1, 2), 1);

    Baseline linear = linear(data);

    assertThat(linear.name()).isEqualTo("linear model of 4000 rows");
    assertThat(metric(linear, data, Metric.R2)).isGreaterThan(0.9);
  }

  @Test
  void aClassBeyondTheLastOfTheTrainingPartHasProbabilityZero() {
    Examples train = Examples.ofClasses(new float[] {-1, -2, 1, 2}, new int[] {0, 0, 1, 1}, 1, 3);
    Examples dev = Examples.ofClasses(new float[] {-1, 1}, new int[] {0, 2}, 1, 3);

    float[] said = linear(TrainingData.of(train, dev, 1)).devOutputs();

    assertThat(said[2]).isZero();
    assertThat(said[0]).isGreaterThan(said[1]);
    assertThat(said[4]).isGreaterThan(said[3]);
  }

  @Test
  void aModelWithTooManyWeightsIsRefused() {
    int columns = 1001;
    Examples one = Examples.ofClasses(new float[columns], new int[1], columns, 1000);
    assertThatThrownBy(() -> linear(TrainingData.of(one, one, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1001000 weights");
  }

  private static Baseline simplest(TrainingData data) {
    return Baselines.of(SPARK.session(), data).get(0).get();
  }

  private static Baseline linear(TrainingData data) {
    return Baselines.of(SPARK.session(), data).get(1).get();
  }

  private static double metric(Baseline baseline, TrainingData data, Metric metric) {
    return Evaluation.of(baseline.devOutputs(), data.dev().targets()).metric(metric);
  }

  /** The scaled number is the mean of the first two features times root 2, with noise. */
  private static Examples line(int rows, int columns, double noise, long seed) {
    Random random = new Random(seed);
    float[] features = new float[rows * columns];
    float[] numbers = new float[rows];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    for (int row = 0; row < rows; row++) {
      double sum = features[row * columns] + features[row * columns + 1];
      numbers[row] = (float) (sum / Math.sqrt(2) + noise * random.nextGaussian());
    }
    Targets.Numbers targets = new Targets.Numbers(numbers, new TargetScale(100, 20));
    return new Examples(features, Shape.flat(columns), targets);
  }
}
