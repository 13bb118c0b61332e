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
    assertThat(mlp.batchNorm()).isFalse();
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

  @ParameterizedTest
  @CsvSource({
    "dropout, 1, a number from 0 to below 1",
    "taper, 1.5, 'a number above 0, at most 1'",
    "hiddenLayers, 9, 'a whole number, 0 to 8'",
    "units, 0, 'a whole number, 1 or more'",
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
    assertThatThrownBy(() -> Mlp.of(with("hiddenLayers", 1.5))).hasMessageContaining("'1.5'");
  }

  @Test
  void batchNormRefusesSingleRows() {
    assertThatThrownBy(() -> Mlp.of(with("batchNorm", "true", "batchSize", 1)))
        .hasMessageContaining("batchSize 1 with batchNorm true");
  }
}
