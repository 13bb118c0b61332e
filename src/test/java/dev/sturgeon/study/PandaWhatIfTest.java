package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.panda.Advice;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A panda in the study loop that tries several ways on. */
@Timeout(60)
final class PandaWhatIfTest {
  private final PandaBench panda = new PandaBench(PandaBench.EPOCHS, 1);
  private final Bench bench = panda.bench;

  @Test
  void triesWhatARuleWantsBesideNoChange() throws Exception {
    panda.useAllRules();
    panda.rate = 0.0003;
    panda.branches = 2;
    Trial model = panda.left();
    List<Trial> trials = bench.replayed().history().trials();
    assertThat(trials).anyMatch(trial -> trial.role() == Role.BRANCH);
    assertThat(trials)
        .filteredOn(trial -> trial.role() == Role.BRANCH)
        .allMatch(trial -> trial.parent() != null && trial.past().fromEpoch() > 0);
    assertThat(model.role()).isEqualTo(Role.BRANCH);
    assertThat(PandaBench.loss(model)).isLessThan(0.3 * panda.lossWithoutRules());
  }

  @Test
  void noChangeWinsWhereNothingIsBetterBeyondNoise() throws Exception {
    panda.use("plateau");
    panda.branches = 2;
    bench.surrogate =
        (segment, epoch) -> {
          Random random = new Random(31L * epoch + segment.trial().number());
          double loss = 0.5 + 0.01 * random.nextGaussian();
          return new CurvePoint(
              epoch, 1, new Scores(loss, 0.9), new Scores(loss, 0.9), List.of(), 1);
        };
    Trial model = panda.left();
    assertThat(model.id().number()).isZero();
    assertThat(bench.events(Event.TrialDropped.class))
        .isNotEmpty()
        .allMatch(dropped -> dropped.why().startsWith("no change is as good"));
  }

  /** Of two and three epochs it cannot be told how much they scatter; of four it can. */
  @Test
  void noChangeWinsWhereTheNoiseIsNotKnown() throws Exception {
    panda.branches = 2;
    panda.horizon = 1;
    panda.rules.add(
        view ->
            view.epoch() % 2 == 1
                ? Optional.of(
                    new Advice.Change(
                        new TreeMap<>(Map.of("l2", Value.of(0.1 * view.epoch()))), "to see"))
                : Optional.empty());
    bench.budget = new Budget(1, 8, 1);
    bench.surrogate =
        (segment, epoch) -> {
          double loss =
              Math.exp(-0.01 * epoch - (segment.configuration().real("l2") > 0 ? 1e-3 : 0));
          Scores scores = new Scores(loss, 0.9);
          return new CurvePoint(epoch, 1, scores, scores, List.of(), 1);
        };
    Trial model = panda.left();
    List<String> verdicts =
        bench.events(Event.TrialDropped.class).stream().map(Event.TrialDropped::why).toList();
    assertThat(verdicts.get(0)).contains("no change is as good", "noise unknown before epoch 4");
    assertThat(verdicts).anyMatch(why -> why.startsWith("trial 3 goes on"));
    assertThat(model.past().fromEpoch()).isGreaterThanOrEqualTo(3);
  }

  /** The two are stopped after different epochs in the middle of their segments. */
  @Test
  void whatIsTriedIsComparedAfterTheSameEpochsWhateverCutsItsSegments() throws Exception {
    panda.branches = 2;
    bench.budget = new Budget(1, 60, 5);
    panda.rules.add(
        view ->
            view.epoch() == 10
                ? Optional.of(Advice.change("l2", 0.1, "to see"))
                : Optional.empty());
    bench.surrogate =
        (segment, epoch) -> {
          double slow = segment.configuration().real("l2") > 0 ? 1.7 : 1;
          Scores scores = new Scores(Math.exp(-0.01 * epoch), 0.9);
          return new CurvePoint(epoch, 1, scores, scores, List.of(), slow);
        };
    bench.around =
        executor -> {
          WatchedExecutor watched = new WatchedExecutor(executor, segment -> {});
          watched.slots =
              own -> {
                if (bench.clock.seconds() > 12.5) {
                  bench.signal.finish("lunch");
                }
                return own;
              };
          return watched;
        };
    assertThat(bench.run().reason()).isEqualTo(StopReason.REQUESTED);
    assertThat(bench.replayed().history().trials())
        .extracting(trial -> trial.epoch() % 5)
        .as("in mid-segment, not after the same epoch")
        .doesNotHaveDuplicates()
        .doesNotContain(0);
    bench.signal = new StopSignal();
    bench.around = executor -> executor;
    Trial model = panda.left();
    assertThat(model.id().number()).isZero();
    assertThat(bench.events(Event.SegmentIssued.class))
        .extracting(Event.SegmentIssued::segment)
        .allMatch(segment -> segment.fromEpoch() >= 25 || segment.toEpoch() <= 25);
    assertThat(bench.events(Event.TrialDropped.class))
        .singleElement()
        .extracting(Event.TrialDropped::why)
        .asString()
        .contains("dev loss after 15 epochs: 0.7945 without a change, 0.7945 with the best one");
  }

  @Test
  void whatIsTriedComesOutTheSameAfterACrash() throws Exception {
    panda.useAllRules();
    panda.rate = 0.0003;
    panda.branches = 3;
    bench.slots = 3;
    Configuration undisturbed = panda.left().configuration();
    PandaBench crashed = new PandaBench(PandaBench.EPOCHS, 1);
    crashed.useAllRules();
    crashed.rate = panda.rate;
    crashed.branches = panda.branches;
    crashed.bench.slots = 3;
    boolean finished = false;
    for (int after = 3; after < 40 && !finished; after += 4) {
      int[] left = {after};
      crashed.whenSubmitted(
          segment -> {
            if (left[0]-- == 0) {
              throw new IllegalStateException("killed");
            }
          });
      finished = runUnlessKilled(crashed);
    }
    crashed.bench.around = executor -> executor;
    assertThat(crashed.left().configuration()).isEqualTo(undisturbed);
  }

  /** Runs to the end, or up to where the test kills it. */
  private static boolean runUnlessKilled(PandaBench panda) throws Exception {
    try {
      panda.bench.run();
      return true;
    } catch (IllegalStateException killed) {
      return false;
    }
  }
}
