package dev.sturgeon.spark.score;

import static dev.sturgeon.train.SyntheticData.labels;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Examples;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.spark.ingest.Ingestion;
import dev.sturgeon.spark.ingest.LocalSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class BaselinesTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(2);

  @Test
  void theLinearModelReadsDigitsWell() {
    TrainingData data = new Ingestion(SPARK.session()).ingest(DataSpec.digits(), 1).data();

    Baseline linear = Baselines.linearModel(SPARK.session(), data);

    assertThat(linear.devOutputs()).hasSize(data.dev().rows() * 10);
    assertThat(accuracy(linear, data.dev())).isGreaterThan(0.95);
  }

  @Test
  void theMajorityClassIsSaidWithTheTrainingShares() {
    Examples train = Examples.ofClasses(new float[] {1, 2, 3, 4}, new int[] {1, 1, 0, 1}, 1, 3);
    Examples dev = Examples.ofClasses(new float[] {1, 2}, new int[] {0, 2}, 1, 3);

    Baseline majority = Baselines.majorityClass(TrainingData.of(train, dev, 1));

    assertThat(majority.devOutputs()).containsExactly(0.25f, 0.75f, 0, 0.25f, 0.75f, 0);
  }

  private static double accuracy(Baseline baseline, Examples dev) {
    int right = 0;
    for (int row = 0; row < dev.rows(); row++) {
      float said =
          baseline.devOutputs()[row * dev.targets().outputs() + labels(dev).classOf()[row]];
      boolean best = true;
      for (int c = 0; c < dev.targets().outputs(); c++) {
        best &= baseline.devOutputs()[row * dev.targets().outputs() + c] <= said;
      }
      right += best ? 1 : 0;
    }
    return (double) right / dev.rows();
  }
}
