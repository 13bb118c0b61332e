package dev.sturgeon.train;

import static dev.sturgeon.train.TrainerContract.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.space.Configuration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MlpTest {

  @Test
  void whatIsNotMentionedHasItsFallback() {
    Mlp mlp = Mlp.of(new Configuration(new TreeMap<>()));
    assertThat(mlp.units()).containsExactly(128, 128);
    assertThat(mlp.activation()).isEqualTo(Activation.RELU);
    assertThat(mlp.weightInit()).isEqualTo(WeightInit.HE);
    assertThat(mlp.updater()).isEqualTo(new Updater.Adam(0.9, 0.999, 1e-8));
    assertThat(mlp.decay().rule()).isEqualTo(Decay.Rule.NONE);
    assertThat(mlp.batchSize()).isEqualTo(32);
    assertThat(mlp.batchNorm()).isFalse();
    assertThat(mlp.earlyStopping()).isZero();
  }

  @Test
  void unitsTaperAndYieldToALayersOwn() {
    assertThat(Mlp.of(with("hiddenLayers", 4, "units", 9, "taper", 0.25, "units3", 7)).units())
        .containsExactly(9, 2, 7, 1);
  }

  @Test
  void withoutHiddenLayersThereIsNoBatchNorm() {
    Mlp mlp = Mlp.of(with("hiddenLayers", 0, "batchNorm", "true", "batchSize", 1));
    assertThat(mlp.units()).isEmpty();
    assertThat(mlp.batchNorm()).isFalse();
  }

  @Test
  void eachUpdaterTakesItsOwnSettings() {
    assertThat(Mlp.of(with("updater", "sgd")).updater()).isEqualTo(new Updater.Sgd());
    assertThat(Mlp.of(with("updater", "momentum", "momentum", 0.8)).updater())
        .isEqualTo(new Updater.Momentum(0.8));
    assertThat(Mlp.of(with("updater", "nesterov", "momentum", 0.7)).updater())
        .isEqualTo(new Updater.Nesterov(0.7));
    assertThat(Mlp.of(with("updater", "rmsprop", "beta2", 0.9, "epsilon", 0.1)).updater())
        .isEqualTo(new Updater.RmsProp(0.9, 0.1));
    assertThat(Mlp.of(with("beta1", 0.5, "beta2", 0.6, "epsilon", 1)).updater())
        .isEqualTo(new Updater.Adam(0.5, 0.6, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "learningRate, 0, a number above 0",
    "dropout, 1, a number from 0 to below 1",
    "taper, 1.5, 'a number above 0, at most 1'",
    "hiddenLayers, 9, 'a whole number, 0 to 8'",
    "units, 0, 'a whole number, 1 or more'",
    "batchSize, 0, 'a whole number, 1 or more, or ''full'''",
    "l2, -1, 'a number, 0 or more'",
  })
  void aSenselessNumberIsNamedWithWhatIsWanted(String name, double value, String wanted) {
    Object number = value == Math.rint(value) ? (Object) (int) value : (Object) value;
    assertThatThrownBy(() -> Mlp.of(with(name, number)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name + " is '")
        .hasMessageEndingWith("must be " + wanted);
  }

  @Test
  void aSenselessTextIsNamedWithTheChoices() {
    assertThatThrownBy(() -> Mlp.of(with("activation", "ReLU")))
        .hasMessageStartingWith("activation is 'ReLU' but must be one of [relu, leakyRelu,");
    assertThatThrownBy(() -> Mlp.of(with("batchSize", "half"))).hasMessageContaining("'half'");
    assertThatThrownBy(() -> Mlp.of(with("hiddenLayers", 1.5))).hasMessageContaining("'1.5'");
  }

  @Test
  void batchNormRefusesSingleRows() {
    assertThatThrownBy(() -> Mlp.of(with("batchNorm", "true", "batchSize", 1)))
        .hasMessageContaining("batchSize 1 with batchNorm true");
  }

  @Test
  void rowsAreCutIntoMiniBatches() {
    assertThat(Mlp.of(with("batchSize", 4)).batches(9)).containsExactly(0, 4, 8, 9);
    assertThat(Mlp.of(with("batchSize", 4)).batches(8)).containsExactly(0, 4, 8);
    assertThat(Mlp.of(with("batchSize", 1)).batches(2)).containsExactly(0, 1, 2);
    assertThat(Mlp.of(with("batchSize", "full")).batches(5)).containsExactly(0, 5);
    assertThat(Mlp.of(with("batchSize", 100)).batches(5)).containsExactly(0, 5);
  }

  @Test
  void underBatchNormALastRowAloneJoinsItsNeighbour() {
    assertThat(Mlp.of(with("batchSize", 4, "batchNorm", "true")).batches(9))
        .containsExactly(0, 4, 9);
    assertThat(Mlp.of(with("batchSize", 4, "batchNorm", "true")).batches(10))
        .containsExactly(0, 4, 8, 10);
  }
}
