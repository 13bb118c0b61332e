package dev.sturgeon.panda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.space.Value;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When each rule speaks up, and when it does not. */
final class RulesTest {
  private static Optional<Advice> ask(String rule, Views model) {
    return Rules.make(rule, Rules.thresholds(rule)).look(model.view());
  }

  private static double rate(Optional<Advice> advice) {
    Advice said = advice.orElseThrow();
    Value value =
        said instanceof Advice.GoBack back
            ? back.values().get("learningRate")
            : ((Advice.Change) said).values().get("learningRate");
    return ((Value.Real) Objects.requireNonNull(value)).value();
  }

  @Test
  void aJumpGoesBackToTheLastGoodCheckpoint() {
    Optional<Advice> advice = ask("rollback", new Views().epochs(1, 0.5, 0.3, 1.4));
    assertThat(advice.orElseThrow()).isInstanceOf(Advice.GoBack.class);
    assertThat(((Advice.GoBack) advice.orElseThrow()).epoch()).isEqualTo(3);
    assertThat(rate(advice)).isEqualTo(0.003);
    assertThat(advice.orElseThrow().why())
        .isEqualTo("the training loss jumped from 0.300 to 1.40; back to epoch 3");
  }

  @Test
  void aSwingThatTheCurveIsUsedToIsNoJump() {
    assertThat(ask("rollback", new Views().epochs(1, .4, 1, .4, 1, .4, 1, .4, 1))).isEmpty();
  }

  @Test
  void aJumpNextToNothingIsNone() {
    assertThat(ask("rollback", new Views().epochs(1, 0.1, 0.002, 0.005))).isEmpty();
  }

  @Test
  void whatDivergedGoesBackEvenJustAfterACut() {
    Views model = new Views().epochs(1, 0.5).nudge("learningRate", 0.005).diverge();
    assertThat(((Advice.GoBack) ask("rollback", model).orElseThrow()).epoch()).isEqualTo(2);
  }

  @Test
  void whatDivergesFromOneCheckpointAgainAndAgainGoesBackFurther() {
    Views model =
        new Views()
            .epochs(1, 0.9)
            .nudge("learningRate", 0.003)
            .nudge("learningRate", 0.001)
            .diverge();
    assertThat(((Advice.GoBack) ask("rollback", model).orElseThrow()).epoch()).isEqualTo(1);
  }

  @Test
  void whatDivergesWhereverItBeginsIsLeftAloneInTheEnd() {
    Views model = new Views();
    for (int beginnings = 0; beginnings < 5; beginnings++) {
      Optional<Advice> advice = ask("rollback", model.diverge());
      assertThat(((Advice.GoBack) advice.orElseThrow()).epoch()).isZero();
      model.beginAnew("rollback");
    }
    assertThat(ask("rollback", model.diverge())).isEmpty();
    model.beginAnew("ann@node-1").diverge();
    assertThat(ask("rollback", model)).as("somebody has tried something else").isPresent();
    for (int beginnings = 0; beginnings < 5; beginnings++) {
      model.beginAnew("rollback");
    }
    assertThat(ask("rollback", model.epochs(1).diverge()))
        .as("from where it was good it may always")
        .hasValueSatisfying(back -> assertThat(((Advice.GoBack) back).epoch()).isEqualTo(1));
  }

  @Test
  void noRateIsCutToNothing() {
    assertThat(new Views().view().rateTimes(0.3)).isEqualTo(0.003);
    double least = Float.MIN_NORMAL;
    assertThat(new Views().nudge("learningRate", 2 * least).view().rateTimes(0.3)).isEqualTo(least);
    assertThat(new Views().nudge("learningRate", least).view().rateTimes(0.3)).isEqualTo(least);
    Views tiny = new Views().nudge("learningRate", Double.MIN_VALUE);
    assertThat(tiny.view().rateTimes(0.3)).isEqualTo(Double.MIN_VALUE);
    assertThat(rate(ask("rollback", tiny.epochs(1).diverge()))).isPositive();
  }

  @Test
  void aModelThatHasLearnedNothingBeginsAnew() {
    Optional<Advice> advice = ask("restart", new Views().epochs(2.31, 2.33, 2.30));
    assertThat(((Advice.GoBack) advice.orElseThrow()).epoch()).isZero();
    assertThat(ask("restart", new Views().epochs(2.30, 2.25, 2.20))).as("it gets there").isEmpty();
    assertThat(ask("restart", new Views().epochs(2.2, 2.19, 2.2))).as("a hard problem").isEmpty();
  }

  @Test
  void aModelWhoseUnitsAreDeadBeginsAnew() {
    Views model = new Views().dead().epochs(1.5, 1.45, 1.5);
    assertThat(((Advice.GoBack) ask("restart", model).orElseThrow()).epoch()).isZero();
    assertThat(ask("restart", new Views().dead().epochs(1.5, 1.2, 1.1))).isEmpty();
    assertThat(ask("restart", new Views().epochs(1.5, 1.45).dead().epochs(1.5)))
        .as("one mini-batch tells little")
        .isEmpty();
    assertThat(ask("restart", new Views().dead().epochs(0.2, 0.2, 0.2))).as("low").isEmpty();
    Views cut = model.nudge("learningRate", 0.003).epochs(1.5, 1.5);
    assertThat(ask("restart", cut)).as("too early after a cut").isEmpty();
    assertThat(ask("restart", cut.epochs(1.5))).isPresent();
  }

  /** Where classes overlap no network has a low loss: such a one was begun anew, twice. */
  @Test
  void aModelThatStandsStillHighUpIsNotRuinedByThatAlone() {
    Views model = new Views().epochs(1.5, 1.45, 1.5);
    assertThat(ask("restart", model)).isEmpty();
    assertThat(ask("restart", model.nudge("learningRate", 0.003).epochs(1.4, 1.4, 1.4))).isEmpty();
  }

  /** The undoing was taken for a cut that had not helped. */
  @Test
  void aRaiseThatIsUndoneIsNoReasonToBeginAnew() {
    Views model = new Views().epochs(0.37, 0.31, 0.3, 0.29, 0.26).nudge("learningRate", 0.02);
    model.nudge("learningRate", 0.01).epochs(0.245, 0.268, 0.244);
    assertThat(ask("restart", model)).isEmpty();
  }

  @Test
  void aLossThatRisesEarlyOnBeginsAnew() {
    assertThat(ask("restart", new Views().epochs(0.28, 0.33, 0.4))).isPresent();
    assertThat(ask("restart", new Views().epochs(0.28, 0.29, 0.4))).as("hardly").isEmpty();
    assertThat(ask("restart", new Views().epochs(0.08, 0.12, 0.15))).as("low").isEmpty();
    assertThat(ask("restart", new Views().epochs(0.5, 0.42, 0.36, 0.41, 0.40)))
        .as("only higher than at its best")
        .isEmpty();
    Views late = new Views();
    IntStream.range(0, 25).forEach(i -> late.epochs(1 + 1.0 / (i + 1)));
    assertThat(ask("restart", late.epochs(1.3, 1.5))).as("late").isEmpty();
  }

  @Test
  void aPlateauLowersTheRate() {
    Views model = new Views().epochs(1, 0.5, 0.41, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4);
    assertThat(rate(ask("plateau", model))).isEqualTo(0.003);
    assertThat(ask("plateau", model.nudge("learningRate", 0.003).epochs(0.4, 0.4)))
        .as("no cut for a horizon after a cut")
        .isEmpty();
    assertThat(ask("plateau", model.epochs(0.4))).isPresent();
  }

  @Test
  void slowProgressIsNoPlateau() {
    assertThat(ask("plateau", new Views().epochs(1, .96, .92, .88, .85, .82, .79, .76))).isEmpty();
  }

  @Test
  void steadyProgressRaisesTheRate() {
    Views model = new Views().epochs(1.8, 1.45);
    assertThat(rate(ask("raise", model))).isEqualTo(0.02);
    assertThat(rate(ask("raise", model.nudge("learningRate", 0.02).epochs(1.1))))
        .as("it helped: once more")
        .isEqualTo(0.04);
  }

  @Test
  void aRaiseThatDoesNotHelpIsUndoneAndTheLast() {
    Views model = new Views().epochs(1.8, 1.45).nudge("learningRate", 0.02).epochs(1.6);
    Optional<Advice> undo = ask("raise", model);
    assertThat(((Advice.GoBack) undo.orElseThrow()).epoch()).isEqualTo(2);
    assertThat(rate(undo)).isEqualTo(0.01);
    model.nudge("learningRate", 0.01).epochs(1.3, 1.1, 0.9);
    assertThat(ask("raise", model)).isEmpty();
  }

  /** After a stop in mid-segment. */
  @Test
  void aRaiseIsJudgedAtTheFirstLookAfterItsSegmentWhereverThatIs() {
    Rule raise = Rules.make("raise", Rules.thresholds("raise"));
    Views model = new Views().segment(2, 1.8).segment(1.5, 1.3).nudge("learningRate", 0.02);
    assertThat(raise.look(model.segment(1.4).view(2))).as("not yet").isEmpty();
    Optional<Advice> undo = raise.look(model.segment(1.5, 1.6).view(2));
    assertThat(((Advice.GoBack) undo.orElseThrow()).epoch()).isEqualTo(4);
    assertThat(rate(undo)).isEqualTo(0.01);
    assertThat(undo.orElseThrow().why())
        .as("by the two epochs after it, not by the last two")
        .contains("the training loss changed by 15 % after -28 %");
    assertThat(raise.look(model.segment(1.6, 1.6).view(2))).as("judged").isEmpty();
  }

  @Test
  void swingsLowerMomentum() {
    Views model = new Views().epochs(1, .5, .8, .4, .8, .4, .8, .4, .8);
    Advice.Change change = (Advice.Change) ask("momentum", model).orElseThrow();
    assertThat(change.values()).isEqualTo(Map.of("momentum", Value.of(0.8)));
    assertThat(ask("momentum", new Views().epochs(1, .5, .51, .5, .51, .5, .51, .5, .51)))
        .as("small ones do not count")
        .isEmpty();
  }

  private static Views withAGrowingGap(Views model) {
    model.epoch(0.5, 0.5).epoch(0.2, 0.3).epoch(0.1, 0.25);
    for (int i = 1; i <= 6; i++) {
      model.epoch(0.1 / i, 0.25 + 0.02 * i);
    }
    return model;
  }

  @Test
  void aGrowingGapAddsDropout() {
    Views model = withAGrowingGap(new Views());
    Advice.Change change = (Advice.Change) ask("regularise", model).orElseThrow();
    assertThat(change.values()).isEqualTo(Map.of("dropout", Value.of(0.2)));
  }

  @Test
  void whereThereIsNoDropoutItAddsL2AndWhereThereIsNoneOfBothNothing() {
    Views without = withAGrowingGap(new Views().without("dropout"));
    Advice.Change change = (Advice.Change) ask("regularise", without).orElseThrow();
    assertThat(change.values()).isEqualTo(Map.of("l2", Value.of(1e-4)));
    assertThat(ask("regularise", withAGrowingGap(new Views().without("dropout", "l2")))).isEmpty();
  }

  @Test
  void aHighTrainingErrorTakesDropoutAway() {
    Views model = new Views().epochs(1, 1, 1).nudge("learningRate", 0.003).epochs(1, 1, 1, 1);
    Advice.Change change = (Advice.Change) ask("relax", model).orElseThrow();
    assertThat(change.values()).isEqualTo(Map.of("dropout", Value.of(0.0)));
  }

  @Test
  void stopsOnlyWhenSomethingWasTried() {
    Views model = new Views().epochs(1, 0.5);
    for (int i = 0; i < 20; i++) {
      model.epoch(0.4, 0.6);
    }
    assertThat(ask("giveUp", model)).isEmpty();
    model.nudge("learningRate", 0.003);
    for (int i = 0; i < 3; i++) {
      model.epoch(0.4, 0.6);
    }
    assertThat(ask("giveUp", model).orElseThrow()).isInstanceOf(Advice.Stop.class);
  }

  @Test
  void aRuleThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Rules.thresholds("plato"))
        .hasMessageContaining("there is no rule 'plato'")
        .hasMessageContaining("plateau");
    assertThatThrownBy(() -> Rules.make("com.example.None", Map.of()))
        .hasMessageContaining("there is no class 'com.example.None'");
    assertThatThrownBy(() -> Rules.make("java.lang.String", Map.of()))
        .hasMessageContaining("it does not implement dev.sturgeon.panda.Rule");
  }

  /** A user's own. */
  public static final class Own implements Rule {
    @Override
    public Optional<Advice> look(PandaView view) {
      return Optional.of(new Advice.Stop("it is Sunday"));
    }
  }

  @Test
  void aUsersOwnRuleIsOneClass() {
    assertThat(Rules.make(Own.class.getName(), Map.of()).name()).isEqualTo("own");
  }
}
