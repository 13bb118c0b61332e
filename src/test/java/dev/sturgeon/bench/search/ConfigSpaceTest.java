package dev.sturgeon.bench.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Condition;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConfigSpaceTest {

  private static Hyperparameter named(String name) {
    return Tiny.space().hyperparameters().stream()
        .filter(h -> h.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void rangesScalesAndDefaultsAreTheFiles() {
    assertThat(named("epoch").domain()).isEqualTo(IntegerDomain.of(1, 20, Scale.LINEAR));
    assertThat(named("gamma").domain()).isEqualTo(RealDomain.of(0.001, 10, Scale.LOG));
    assertThat(named("gamma").standard()).isEqualTo(Value.of(1.0));
    assertThat(named("kernel").domain())
        .isEqualTo(new CategoricalDomain(List.of(Value.of("linear"), Value.of("radial"))));
    assertThat(named("task_id").standard()).isEqualTo(Value.of("7"));
  }

  @Test
  void conditionsAreTheFilesAndParentsComeFirst() {
    assertThat(named("kernel").condition())
        .isEqualTo(new Condition.OneOf("learner", List.of(Value.of("svm"))));
    assertThat(named("layers").condition())
        .isEqualTo(new Condition.OneOf("learner", List.of(Value.of("net"))));
    assertThat(named("skip").condition()).isEqualTo(new Condition.AtLeast("layers", 3));
    assertThat(new SearchSpace(Tiny.space().hyperparameters()).defaults().values())
        .containsOnlyKeys("epoch", "gamma", "kernel", "learner", "task_id");
  }

  @Test
  void ofSeveralConditionsTheOneStaysThatHangsOnTheOthers() {
    assertThat(named("gamma").condition())
        .isEqualTo(new Condition.OneOf("kernel", List.of(Value.of("radial"))));
  }

  @Test
  void whatHasNoCounterpartIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ConfigSpace.of(
                    Tiny.json("{\"hyperparameters\": [{\"name\": \"a\", \"type\": \"normal\"}]}")))
        .withMessageContaining("normal");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ConfigSpace.of(Tiny.json("{\"hyperparameters\": [], \"forbiddens\": [{}]}")))
        .withMessageContaining("forbidden");
  }
}
