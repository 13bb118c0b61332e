package dev.sturgeon.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A few values are given, the defaults make the rest. */
final class CompletionTest {
  private static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              new Hyperparameter(
                  "updater",
                  new CategoricalDomain(List.of(Value.of("adam"), Value.of("sgd"))),
                  Value.of("adam"),
                  null),
              new Hyperparameter(
                  "momentum",
                  RealDomain.of(0.5, 1, Scale.LINEAR),
                  Value.of(0.9),
                  new Condition.OneOf("updater", List.of(Value.of("sgd")))),
              Hyperparameter.of("units", new FixedDomain(Value.of(64))),
              Hyperparameter.of("layers", IntegerDomain.of(1, 3, Scale.LINEAR))));

  @Test
  void nothingGivenIsTheDefaultConfiguration() {
    assertThat(SPACE.complete(Map.of())).isEqualTo(SPACE.defaults());
    assertThat(SPACE.defaults()).hasToString("{layers=2, units=64, updater=adam}");
  }

  @Test
  void whatFollowsFromTheGivenIsActive() {
    assertThat(SPACE.complete(Map.of("updater", Value.of("sgd"))))
        .hasToString("{layers=2, momentum=0.9, units=64, updater=sgd}");
    assertThat(SPACE.complete(Map.of("updater", Value.of("sgd"), "momentum", Value.of(0.7))))
        .hasToString("{layers=2, momentum=0.7, units=64, updater=sgd}");
  }

  @Test
  void numbersHaveTheFormOfTheDomain() {
    Map<String, Value> given =
        Map.of("updater", Value.of("sgd"), "momentum", Value.of(1), "units", Value.of(64.0));
    Configuration complete = SPACE.complete(given);
    assertThat(complete.get("momentum")).isEqualTo(Value.of(1.0));
    assertThat(complete.integer("units")).isEqualTo(64);
    assertThat(SPACE.complete(complete.values())).isEqualTo(complete);
  }

  /** A configuration that was written with its defaults reads back as the same. */
  @Test
  void aDefaultKeepsTheFormItIsGivenIn() {
    SearchSpace space =
        new SearchSpace(
            List.of(
                new Hyperparameter(
                    "dropout", RealDomain.of(0, 0.5, Scale.LINEAR), Value.of(0L), null)));
    assertThat(space.complete(space.defaults().values())).isEqualTo(space.defaults());
  }

  @Test
  void everyWrongValueIsTold() {
    assertThat(
            SPACE.problems(
                Map.of(
                    "unitz", Value.of(64), "layers", Value.of(9), "updater", Value.of("adamax"))))
        .containsExactly(
            Map.entry("layers", "layers cannot be 9; it is integer 1…3"),
            Map.entry(
                "unitz", "the search space has no hyperparameter 'unitz'; did you mean 'units'?"),
            Map.entry("updater", "updater cannot be adamax; it is one of [adam, sgd]"));
    assertThat(SPACE.problems(Map.of("units", Value.of(32))))
        .containsExactly(Map.entry("units", "units cannot be 32; it is fixed 64"));
    assertThat(SPACE.problems(Map.of("units", Value.of("many")))).containsOnlyKeys("units");
  }

  @Test
  void whatDoesNotExistThereIsRefused() {
    Map<String, Value> given = Map.of("momentum", Value.of(0.9));
    String problem =
        "momentum exists only where updater in [sgd], which is not so here; leave it out";
    assertThat(SPACE.problems(given)).containsExactly(Map.entry("momentum", problem));
    assertThatThrownBy(() -> SPACE.complete(given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(problem);
  }
}
