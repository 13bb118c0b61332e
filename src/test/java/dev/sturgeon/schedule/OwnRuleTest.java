package dev.sturgeon.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.panda.Advice;
import dev.sturgeon.panda.BrokenRuleException;
import dev.sturgeon.panda.Knobs;
import dev.sturgeon.panda.Rule;
import dev.sturgeon.panda.Rules;
import dev.sturgeon.panda.Setting;
import dev.sturgeon.sample.Suggestion;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a user's own rule that is at fault. */
final class OwnRuleTest {
  private static final Objective OBJECTIVE =
      new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);
  private static final SearchSpace SPACE =
      new SearchSpace(List.of(Hyperparameter.of("learningRate", new FixedDomain(Value.of(0.01)))));

  /** Asks a panda with this rule what comes after its first segment. */
  private static void ask(Rule rule) {
    History history = new History(OBJECTIVE);
    Scores scores = new Scores(1, 0.5);
    CheckpointRef ref = new CheckpointRef("checkpoints/0", "a".repeat(64), 1);
    history.put(
        Trial.born(new TrialId(0), Role.SEARCH, null, SPACE.defaults(), 1, 9)
            .running()
            .after(
                new SegmentResult.Advanced(
                    1,
                    SegmentResult.Ending.OPEN,
                    List.of(new CurvePoint(1, 0.01, scores, scores, List.of(), 1)),
                    new Checkpoints(ref, ref),
                    new Usage("", 1, 1))));
    new Panda(
            Suggestion.of(SPACE.defaults(), "test"),
            1,
            new Budget(1, 9, 1),
            1,
            List.of(rule),
            new Setting(SPACE, OBJECTIVE, 100, 2.3, 1, 3),
            new Knobs(
                SPACE,
                then ->
                    then.real("learningRate") > 1
                        ? Optional.of("such steps cannot be taken")
                        : Optional.empty()))
        .next(history, 1);
  }

  @Test
  void whatItThrowsIsSaidWithItsClass() {
    Rule throwing =
        view -> {
          throw new IllegalStateException("boom");
        };
    assertThatThrownBy(() -> ask(throwing))
        .isInstanceOf(BrokenRuleException.class)
        .hasMessageStartingWith(
            "panda.rules: your own rule, the class " + throwing.getClass().getName() + ", threw ")
        .hasMessageContaining("boom");
  }

  @Test
  void soIsAdviceThatCannotBeTaken() {
    Rule unknown =
        view ->
            Optional.of(
                new Advice.Change(new TreeMap<>(Map.of("beauty", Value.of(1.0))), "why not"));
    assertThatThrownBy(() -> ask(unknown))
        .isInstanceOf(BrokenRuleException.class)
        .hasMessageContaining("beauty");
  }

  @Test
  void soIsAdviceThatNoNetworkCouldBeTrainedBy() {
    Rule large = view -> Optional.of(Advice.change("learningRate", 2, "why not"));
    assertThatThrownBy(() -> ask(large))
        .isInstanceOf(BrokenRuleException.class)
        .hasMessageContaining("gave advice that cannot be taken: such steps cannot be taken");
  }

  @Test
  void soIsAWayBackToWhereNothingWasSaved() {
    Rule tooFar = view -> Optional.of(Advice.goBack(5, "learningRate", 0.01, "why not"));
    assertThatThrownBy(() -> ask(tooFar))
        .isInstanceOf(BrokenRuleException.class)
        .hasMessageContaining("no checkpoint of epoch 5");
  }

  @Test
  void aFaultOfABuiltInRuleIsNotPutOnTheUser() {
    assertThatThrownBy(() -> Rules.ask(Rules.make("plateau", Rules.thresholds("plateau")), none()))
        .isInstanceOf(NullPointerException.class);
    assertThat(Rules.isOwn("plateau")).isFalse();
  }

  @SuppressWarnings("NullAway") // what is not there makes any rule throw
  private static dev.sturgeon.panda.PandaView none() {
    dev.sturgeon.panda.@Nullable PandaView none = null;
    return none;
  }
}
