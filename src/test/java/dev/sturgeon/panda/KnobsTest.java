package dev.sturgeon.panda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class KnobsTest {
  private static final Configuration NOW = Views.SPACE.defaults();
  private final Knobs knobs = new Knobs(Views.SPACE);

  private List<String> problems(String name, Value value) {
    return knobs.problems(NOW, Map.of(name, value));
  }

  @Test
  void whatSaysHowANetworkIsTrainedCanChange() {
    assertThat(problems("learningRate", Value.of(0.02))).isEmpty();
    assertThat(problems("learningRate", Value.of(1L))).isEmpty();
    assertThat(problems("l2", Value.of(0.01))).as("fixed in the space").isEmpty();
    assertThat(problems("momentum", Value.of(0.95))).isEmpty();
  }

  @Test
  void whatSaysWhatItIsCannot() {
    assertThat(problems("units", Value.of(128L)).get(0))
        .startsWith("units cannot change in a network that is being trained")
        .endsWith("what can: learningRate, momentum, l2, dropout");
  }

  @Test
  void valuesMustBeLegalAndInTheirDomain() {
    assertThat(problems("momentum", Value.of(1.0)))
        .containsExactly("momentum cannot be '1.0'; right is a number from 0 to below 1");
    assertThat(problems("learningRate", Value.of(2.0)).get(0))
        .startsWith("learningRate cannot be 2.0: the study has real 1.0E-4");
    assertThat(problems("learningRate", Value.of("high")).get(0)).contains("right is a number");
    assertThat(problems("learnRate", Value.of(0.1)).get(0))
        .contains("there is no hyperparameter 'learnRate'")
        .contains("learningRate");
  }

  @Test
  void whatCouldNotBeTrainedIsSaidInTheTrainersOwnWords() {
    Knobs frail =
        new Knobs(
            Views.SPACE,
            configuration ->
                configuration.real("l2") > configuration.real("dropout")
                    ? Optional.of("too much l2 for " + configuration.real("dropout"))
                    : Optional.empty());
    Configuration now = NOW.with("dropout", Value.of(0.3));
    assertThat(frail.problems(now, Map.of("l2", Value.of(0.2)))).isEmpty();
    assertThat(frail.problems(now, Map.of("l2", Value.of(0.2), "dropout", Value.of(0.1))))
        .containsExactly("too much l2 for 0.1");
    assertThat(frail.problems(now, Map.of("l2", Value.of(-1.0), "dropout", Value.of(0.1))))
        .as("what is not even legal is not tried")
        .containsExactly("l2 cannot be '-1.0'; right is a number, 0 or more");
    assertThatThrownBy(() -> frail.fit(now, new TreeMap<>(Map.of("l2", Value.of(0.4)))))
        .hasMessage("too much l2 for 0.3");
    assertThat(frail.problems(now.with("l2", Value.of(0.4)), Map.of()))
        .as("no change is no problem")
        .isEmpty();
  }

  @Test
  void aRulesValuesAreMovedIntoTheirDomains() {
    assertThat(
            knobs.fit(
                NOW,
                new TreeMap<>(Map.of("learningRate", Value.of(7.0), "dropout", Value.of(0.44)))))
        .isEqualTo(Map.of("learningRate", Value.of(1.0), "dropout", Value.of(0.4)));
  }

  @Test
  void whatStaysTheSameIsNoChange() {
    assertThat(knobs.fit(NOW, new TreeMap<>(Map.of("l2", Value.of(0.0))))).isEmpty();
  }

  @Test
  void aRuleThatWantsTheImpossibleIsTold() {
    assertThatThrownBy(() -> knobs.fit(NOW, new TreeMap<>(Map.of("units", Value.of(1L)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("units");
  }
}
