package dev.sturgeon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.panda.Knobs;
import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class RandomNudgesTest {

  /** What is tried over many seeds. */
  private static Set<Map<String, Value>> tried(Knobs knobs, Configuration now) {
    return LongStream.range(0, 200)
        .mapToObj(seed -> Trial.born(new TrialId(0), Role.SEARCH, null, now, seed, 9))
        .flatMap(trial -> RandomNudges.of(trial, knobs, 3).stream())
        .map(Nudge::values)
        .collect(Collectors.toSet());
  }

  @Test
  void aChoiceThatNoNudgeCanMakeIsNotTried() {
    SearchSpace space =
        new SearchSpace(
            List.of(
                Hyperparameter.of(
                    "batchSize",
                    new CategoricalDomain(
                        List.of(Value.of(16L), Value.of(64L), Value.of(256L), Value.of("full"))))));
    Configuration now = Configuration.of(Map.of("batchSize", Value.of(256L)));
    assertThat(space.hyperparameters().get(0).domain().at(0.77))
        .as("within reach")
        .isEqualTo(Value.of("full"));
    assertThat(tried(new Knobs(space), now)).containsExactly(Map.of("batchSize", Value.of(64L)));
    Configuration full = Configuration.of(Map.of("batchSize", Value.of("full")));
    assertThat(tried(new Knobs(space), full)).isEmpty();
  }

  @Test
  void whatCouldNotBeTrainedIsNotTried() {
    SearchSpace space =
        new SearchSpace(List.of(Hyperparameter.of("shift", IntegerDomain.of(0, 4, Scale.LINEAR))));
    Knobs small =
        new Knobs(
            space,
            then -> then.integer("shift") > 2 ? Optional.of("out of sight") : Optional.empty());
    Configuration now = Configuration.of(Map.of("shift", Value.of(2L)));
    assertThat(tried(new Knobs(space), now)).hasSize(2);
    assertThat(tried(small, now)).containsExactly(Map.of("shift", Value.of(1L)));
  }
}
