package dev.sturgeon.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SearchSpaceTest {
  private static final Domain LAYERS = IntegerDomain.of(1, 3, Scale.LINEAR);

  /** decay exists where updater is sgd; decayRate where decay is step: a chain. */
  private static final SearchSpace CHAIN =
      new SearchSpace(
          List.of(
              Hyperparameter.of("updater", choices("sgd", "adam")),
              when("decay", choices("none", "step"), oneOf("updater", "sgd")),
              when("decayRate", RealDomain.of(0.1, 0.9, Scale.LINEAR), oneOf("decay", "step"))));

  @Test
  void inactiveHyperparametersAreAbsentAlongAChain() {
    assertThat(CHAIN.at(new double[] {0.1, 0.9, 0.5}).values())
        .containsOnlyKeys("updater", "decay", "decayRate");
    assertThat(CHAIN.at(new double[] {0.1, 0.1, 0.5}).values())
        .containsOnlyKeys("updater", "decay");
    assertThat(CHAIN.at(new double[] {0.9, 0.9, 0.5}).values()).containsOnlyKeys("updater");
  }

  @Test
  void atLeastCountsNumbersOnly() {
    SearchSpace space =
        new SearchSpace(
            List.of(
                Hyperparameter.of("hiddenLayers", LAYERS),
                when("units3", LAYERS, new Condition.AtLeast("hiddenLayers", 3))));
    assertThat(space.at(new double[] {0.9, 0.5}).has("units3")).isTrue();
    assertThat(space.at(new double[] {0.5, 0.5}).has("units3")).isFalse();
    assertThat(new Condition.AtLeast("x", 3).holds(Value.of("many"))).isFalse();
    assertThat(new Condition.AtLeast("x", 3).holds(Value.of(3.0))).isTrue();
  }

  @Test
  void aConfigurationComesBackFromItsPointOfTheCube() {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      double[] cube = random.doubles(3).toArray();
      Configuration configuration = CHAIN.at(cube);
      double[] back = CHAIN.unitOf(configuration);
      for (int j = 0; j < back.length; j++) {
        boolean active = configuration.has(CHAIN.hyperparameters().get(j).name());
        assertThat(Double.isNaN(back[j])).isEqualTo(!active);
        back[j] = active ? back[j] : 0.5;
      }
      assertThat(CHAIN.at(back).values().keySet()).isEqualTo(configuration.values().keySet());
    }
  }

  @Test
  void fixingOneDoesNotMoveTheOthers() {
    SearchSpace free = space(LAYERS);
    SearchSpace fixed = space(new FixedDomain(Value.of(2)));
    double[] cube = {0.9, 0.3};
    assertThat(fixed.at(cube).get("rate")).isEqualTo(free.at(cube).get("rate"));
    assertThat(fixed.at(cube).integer("hiddenLayers")).isEqualTo(2);
  }

  @Test
  void trialZeroTakesEveryDefault() {
    Hyperparameter own = new Hyperparameter("units", LAYERS, Value.of(3), null);
    SearchSpace space = new SearchSpace(List.of(own, Hyperparameter.of("hiddenLayers", LAYERS)));
    assertThat(space.defaults().integer("units")).isEqualTo(3);
    assertThat(space.defaults().integer("hiddenLayers")).isEqualTo(2);
    assertThat(CHAIN.defaults().values()).containsOnlyKeys("updater");
  }

  @Test
  void namesMustDifferAndConditionsLookBack() {
    Hyperparameter layers = Hyperparameter.of("hiddenLayers", LAYERS);
    assertThatThrownBy(() -> new SearchSpace(List.of(layers, layers)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hyperparameter 'hiddenLayers' is given twice");
    Hyperparameter early = when("units3", LAYERS, new Condition.AtLeast("hiddenLayers", 3));
    assertThatThrownBy(() -> new SearchSpace(List.of(early, layers)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("units3 depends on 'hiddenLayers', which is not known before it");
  }

  @Test
  void wrongPointsAndConfigurationsAreRefused() {
    assertThatThrownBy(() -> CHAIN.at(new double[] {0.5}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the cube has 3 coordinates, not 1");
    Configuration incomplete = CHAIN.at(new double[] {0.9, 0, 0}).with("updater", Value.of("sgd"));
    assertThatThrownBy(() -> CHAIN.unitOf(incomplete))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no hyperparameter 'decay'");
  }

  private static SearchSpace space(Domain layers) {
    return new SearchSpace(
        List.of(
            Hyperparameter.of("hiddenLayers", layers),
            Hyperparameter.of("rate", RealDomain.of(0.001, 1, Scale.LOG))));
  }

  private static Hyperparameter when(String name, Domain domain, Condition condition) {
    return new Hyperparameter(name, domain, null, condition);
  }

  private static Condition oneOf(String on, String value) {
    return new Condition.OneOf(on, List.of(Value.of(value)));
  }

  private static Domain choices(String one, String other) {
    return new CategoricalDomain(List.of(Value.of(one), Value.of(other)));
  }
}
