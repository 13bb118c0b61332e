package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.panda.Advice;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A panda in the study loop, on a made-up network. */
@Timeout(60)
final class PandaTest {
  private final PandaBench panda = new PandaBench(PandaBench.EPOCHS, 1);
  private final Bench bench = panda.bench;

  @Test
  void aGoodRateStays() throws Exception {
    panda.useAllRules();
    Trial model = panda.left();
    assertThat(model.configuration().real("learningRate")).isBetween(0.01, 0.02);
    assertThat(PandaBench.loss(model)).isLessThan(1.01 * panda.lossWithoutRules() + 0.01);
    assertThat(model.id().number()).isZero();
  }

  @Test
  void aRateThatIsTooLowIsRaised() throws Exception {
    panda.useAllRules();
    panda.rate = 0.0003;
    Trial model = panda.left();
    assertThat(model.past().nudges()).anyMatch(nudge -> nudge.by().equals("raise"));
    assertThat(PandaBench.loss(model)).isLessThan(0.1 * panda.lossWithoutRules());
  }

  @Test
  void aRateThatIsTooHighIsLowered() throws Exception {
    panda.useAllRules();
    panda.rate = 0.1;
    Trial model = panda.left();
    assertThat(model.past().nudges()).anyMatch(nudge -> nudge.factor("learningRate") < 1);
    assertThat(PandaBench.loss(model)).isLessThan(0.1 * panda.lossWithoutRules());
  }

  @Test
  void whatDivergesBeginsAnewWithALowerRate() throws Exception {
    panda.useAllRules();
    panda.rate = 1;
    Trial model = panda.left();
    List<Trial> trials = bench.replayed().history().trials();
    assertThat(trials.get(0).status()).isEqualTo(Trial.Status.DIVERGED);
    assertThat(trials.get(1).parent()).isEqualTo(trials.get(0).id());
    assertThat(trials.get(1).role()).isEqualTo(Role.SEARCH);
    assertThat(PandaBench.loss(model)).isLessThan(0.1);
    assertThat(bench.told).anyMatch(told -> told.contains("rollback: learningRate 1 -> 0.3"));
  }

  @Test
  void keepsEveryCheckpoint() throws Exception {
    panda.useAllRules();
    panda.left();
    assertThat(bench.discarded).isEmpty();
  }

  @Test
  void aRulesWayBackKeepsWhatPeopleHaveOrdered() throws Exception {
    panda.send(Order.Kind.NUDGE, Map.of("l2", Value.of(0.02), "learningRate", Value.of(0.009)), 12);
    panda.rules.add(
        view ->
            switch (view.trial().id().number() * 100 + view.epoch()) {
              case 14 -> Optional.of(Advice.goBack(11, "learningRate", 0.005, "too far"));
              case 113 -> Optional.of(Advice.goBack(10, "learningRate", 0.004, "further"));
              default -> Optional.empty();
            });
    Trial model = panda.left();
    assertThat(model.id().number()).isEqualTo(2);
    List<Trial> trials = bench.replayed().history().trials();
    assertThat(trials.get(1).past().nudges())
        .singleElement()
        .satisfies(
            back -> {
              assertThat(back.epoch()).isEqualTo(11);
              assertThat(back.values())
                  .isEqualTo(Map.of("l2", Value.of(0.02), "learningRate", Value.of(0.005)));
              assertThat(back.why()).isEqualTo("too far; keeps what was ordered: l2");
            });
    assertThat(model.past().nudges()).extracting(Nudge::epoch).containsExactly(10);
    assertThat(model.configuration().real("l2")).as("whichever way it came").isEqualTo(0.02);
    assertThat(model.configuration().real("learningRate")).isEqualTo(0.004);
  }

  @Test
  void butNotWhatRulesHaveMadeOfIt() throws Exception {
    panda.send(Order.Kind.NUDGE, Map.of("l2", Value.of(0.02)), 5);
    panda.rules.add(
        view ->
            switch (view.trial().id().number() * 100 + view.epoch()) {
              case 8 -> Optional.of(Advice.change("l2", 0.05, "more"));
              case 10 -> Optional.of(Advice.goBack(3, "learningRate", 0.005, "too far"));
              case 112 -> Optional.of(Advice.change("l2", 0.06, "more"));
              case 114 -> Optional.of(Advice.goBack(13, "learningRate", 0.004, "too far"));
              default -> Optional.empty();
            });
    Trial model = panda.left();
    List<Trial> trials = bench.replayed().history().trials();
    assertThat(trials.get(1).past().nudges().get(0).values().get("l2")).isEqualTo(Value.of(0.02));
    assertThat(model.id().number()).isEqualTo(2);
    assertThat(model.configuration().real("l2")).as("changed before that epoch").isEqualTo(0.06);
    assertThat(model.past().nudges().get(2).values()).containsOnlyKeys("learningRate");
  }
}
