package dev.sturgeon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.SegmentResult.Ending;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Usage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Does what a scheduler says, several steps at a time, and checks that each step is possible. The
 * metric is the learning rate: the larger, the better.
 */
final class Rehearsal {
  static final Objective OBJECTIVE = new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);
  private static final Usage USAGE = new Usage("test", 1, 1);

  private final int slots;
  private final History history = new History(OBJECTIVE);
  private final Queue<Out> out = new ArrayDeque<>();
  private final List<String> said = new ArrayList<>();
  private Scheduler scheduler;
  private Optional<Supplier<Scheduler>> successor = Optional.empty();
  private int failEvery = Integer.MAX_VALUE;
  private int divergeEvery = Integer.MAX_VALUE;
  private int earlyEvery = Integer.MAX_VALUE;
  private int divergeFrom = Integer.MAX_VALUE;
  private int steps;
  private int busiest;

  private record Out(TrialId trial, int toEpoch) {}

  Rehearsal(Scheduler scheduler, int slots) {
    this.scheduler = scheduler;
    this.slots = slots;
  }

  /** Lets each n-th trial fail in its first segment. */
  Rehearsal failing(int n) {
    failEvery = n;
    return this;
  }

  /** Lets each n-th trial diverge in its first segment. */
  Rehearsal diverging(int n) {
    divergeEvery = n;
    return this;
  }

  /** Lets the first trial that goes on from an epoch diverge. */
  Rehearsal divergingFrom(int epoch) {
    divergeFrom = epoch;
    return this;
  }

  /** Lets each n-th trial end in its first segment by its own patience. */
  Rehearsal endingEarly(int n) {
    earlyEvery = n;
    return this;
  }

  /** Before every step a fresh scheduler takes over, which sees the history alone. */
  Rehearsal forgetful(Supplier<Scheduler> fresh) {
    successor = Optional.of(fresh);
    return this;
  }

  Rehearsal run() {
    do {
      while (out.size() < slots) {
        Optional<Scheduler.Step> step = next();
        if (step.isEmpty()) {
          break;
        }
        take(step.get());
      }
      busiest = Math.max(busiest, out.size());
      Optional.ofNullable(out.poll()).ifPresent(this::end);
    } while (!out.isEmpty() || next().isPresent());
    return this;
  }

  /** Begins what can begin and lets that end, without a further decision. */
  void runUntilAllWait() {
    for (Optional<Scheduler.Step> step = next(); step.isPresent(); step = next()) {
      take(step.get());
    }
    while (!out.isEmpty()) {
      end(out.remove());
    }
  }

  /** Another scheduler takes over, which sees the history alone. */
  Rehearsal handOver(Scheduler other) {
    scheduler = other;
    history.trials().forEach(other::update);
    return this;
  }

  private Optional<Scheduler.Step> next() {
    if (successor.isPresent()) {
      scheduler = successor.get().get();
      history.trials().forEach(scheduler::update);
    }
    Optional<Scheduler.Step> step = scheduler.next(history, slots);
    assertThat(scheduler.next(history, slots)).as("asking changes nothing").isEqualTo(step);
    return step;
  }

  History history() {
    return history;
  }

  List<Trial> trials() {
    return history.trials();
  }

  int steps() {
    return steps;
  }

  /** Most segments that were out at once. */
  int busiest() {
    return busiest;
  }

  /** Why trials went on or were given up. */
  List<String> said() {
    return said;
  }

  private void take(Scheduler.Step step) {
    assertThat(++steps).as("steps of a small study").isLessThan(10_000);
    if (step instanceof Scheduler.Drop drop) {
      Trial given = history.get(drop.trial());
      assertThat(given.status()).isEqualTo(Trial.Status.PAUSED);
      said.add(drop.why());
      put(given.dropped());
    } else if (step instanceof Scheduler.Continue on) {
      said.add(on.why());
      issue(on.trial(), on.toEpoch());
    } else if (step instanceof Scheduler.Again again) {
      TrialId id = TrialId.repeat(history.repeats().size());
      Trial of = history.get(again.of());
      history.put(
          Trial.born(id, again.role(), null, of.configuration(), again.seed(), of.maxEpochs()));
      issue(id, again.toEpoch());
    } else {
      Scheduler.Start start = (Scheduler.Start) step;
      TrialId id = new TrialId(history.trials().size());
      history.put(
          Trial.born(
              id, Role.SEARCH, null, start.configuration(), start.seed(), start.maxEpochs()));
      issue(id, start.toEpoch());
    }
  }

  private void issue(TrialId id, int toEpoch) {
    Trial trial = history.get(id);
    assertThat(trial.status()).isEqualTo(Trial.Status.PAUSED);
    assertThat(toEpoch).isGreaterThan(trial.epoch()).isLessThanOrEqualTo(trial.maxEpochs());
    put(trial.running());
    out.add(new Out(id, toEpoch));
  }

  private void put(Trial trial) {
    history.put(trial);
    scheduler.update(trial);
  }

  private void end(Out done) {
    Trial trial = history.get(done.trial());
    put(trial.after(result(trial, done.toEpoch())));
  }

  private SegmentResult result(Trial trial, int toEpoch) {
    int nth = trial.id().place() + 1;
    if (nth % failEvery == 0) {
      return new SegmentResult.Failed(FailureKind.EXCEPTION, "told to", USAGE);
    }
    boolean first = history.count(Trial.Status.DIVERGED) == 0;
    if (nth % divergeEvery == 0 || (first && trial.epoch() == divergeFrom)) {
      return new SegmentResult.Diverged(trial.epoch() + 1, "told to", List.of(), USAGE);
    }
    return advanced(trial, toEpoch, nth % earlyEvery == 0);
  }

  private static SegmentResult advanced(Trial trial, int toEpoch, boolean early) {
    List<CurvePoint> points = new ArrayList<>();
    for (int epoch = trial.epoch() + 1; epoch <= toEpoch; epoch++) {
      Scores scores = new Scores(1.0 / epoch, trial.configuration().real("learningRate"));
      points.add(new CurvePoint(epoch, 0.1, scores, scores, List.of(), 1));
    }
    CheckpointRef ref =
        new CheckpointRef("c/" + trial.id() + "/" + toEpoch, "0".repeat(64), toEpoch);
    Ending ending =
        toEpoch == trial.maxEpochs() ? Ending.BUDGET : early ? Ending.EARLY : Ending.OPEN;
    return new SegmentResult.Advanced(toEpoch, ending, points, new Checkpoints(ref, ref), USAGE);
  }
}
