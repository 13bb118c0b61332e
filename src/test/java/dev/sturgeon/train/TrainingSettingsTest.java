package dev.sturgeon.train;

import static dev.sturgeon.train.TrainerContract.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.space.Configuration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainingSettingsTest {

  @Test
  void whatIsNotMentionedHasItsFallback() {
    TrainingSettings settings = TrainingSettings.of(new Configuration(new TreeMap<>()));
    assertThat(settings.weightInit()).isEqualTo(WeightInit.HE);
    assertThat(settings.updater()).isEqualTo(new Updater.Adam(0.9, 0.999, 1e-8));
    assertThat(settings.decay().rule()).isEqualTo(Decay.Rule.NONE);
    assertThat(settings.batchSize()).isEqualTo(32);
    assertThat(settings.earlyStopping()).isZero();
  }

  @Test
  void eachUpdaterTakesItsOwnSettings() {
    assertThat(TrainingSettings.of(with("updater", "sgd")).updater()).isEqualTo(new Updater.Sgd());
    assertThat(TrainingSettings.of(with("updater", "momentum", "momentum", 0.8)).updater())
        .isEqualTo(new Updater.Momentum(0.8));
    assertThat(TrainingSettings.of(with("updater", "nesterov", "momentum", 0.7)).updater())
        .isEqualTo(new Updater.Nesterov(0.7));
    assertThat(
            TrainingSettings.of(with("updater", "rmsprop", "beta2", 0.9, "epsilon", 0.1)).updater())
        .isEqualTo(new Updater.RmsProp(0.9, 0.1));
    assertThat(TrainingSettings.of(with("beta1", 0.5, "beta2", 0.6, "epsilon", 1)).updater())
        .isEqualTo(new Updater.Adam(0.5, 0.6, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "learningRate, 0, a number above 0",
    "batchSize, 0, 'a whole number, 1 or more, or ''full'''",
    "l2, -1, 'a number, 0 or more'",
  })
  void aSenselessNumberIsNamedWithWhatIsWanted(String name, int value, String wanted) {
    assertThatThrownBy(() -> TrainingSettings.of(with(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name + " is '")
        .hasMessageEndingWith("must be " + wanted);
  }

  @Test
  void aSenselessTextIsNamed() {
    assertThatThrownBy(() -> TrainingSettings.of(with("batchSize", "half")))
        .hasMessageContaining("'half'");
  }

  @Test
  void rowsAreCutIntoMiniBatchesAndALastRowAloneJoinsItsNeighbour() {
    assertThat(TrainingSettings.of(with("batchSize", 4)).batches(9)).containsExactly(0, 4, 9);
    assertThat(TrainingSettings.of(with("batchSize", 4)).batches(10)).containsExactly(0, 4, 8, 10);
    assertThat(TrainingSettings.of(with("batchSize", 1)).batches(2)).containsExactly(0, 1, 2);
    assertThat(TrainingSettings.of(with("batchSize", "full")).batches(5)).containsExactly(0, 5);
    assertThat(TrainingSettings.of(with("batchSize", 100)).batches(5)).containsExactly(0, 5);
  }
}
