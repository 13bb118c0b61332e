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

/** Does what a scheduler says, several steps at a time, and checks that each step is possible. */
final class Rehearsal {
  private static final Usage USAGE = new Usage("test", 1, 1);

  private final Scheduler scheduler;
  private final int slots;
  private final History history =
      new History(new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE));
  private final Queue<Out> out = new ArrayDeque<>();
  private int failEvery = Integer.MAX_VALUE;
  private int steps;

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

  Rehearsal run() {
    do {
      while (out.size() < slots) {
        Optional<Scheduler.Step> step = scheduler.next(history);
        if (step.isEmpty()) {
          break;
        }
        take(step.get());
      }
      Optional.ofNullable(out.poll()).ifPresent(this::end);
    } while (!out.isEmpty() || scheduler.next(history).isPresent());
    return this;
  }

  History history() {
    return history;
  }

  int steps() {
    return steps;
  }

  private void take(Scheduler.Step step) {
    assertThat(++steps).as("steps of a small study").isLessThan(10_000);
    TrialId id =
        step instanceof Scheduler.Continue on ? on.trial() : new TrialId(history.trials().size());
    if (step instanceof Scheduler.Start start) {
      history.put(
          Trial.born(
              id, Role.SEARCH, null, start.configuration(), start.seed(), start.maxEpochs()));
    }
    Trial trial = history.get(id);
    assertThat(trial.status()).isEqualTo(Trial.Status.PAUSED);
    assertThat(step.toEpoch()).isGreaterThan(trial.epoch()).isLessThanOrEqualTo(trial.maxEpochs());
    history.put(trial.running());
    out.add(new Out(id, step.toEpoch()));
  }

  private void end(Out done) {
    Trial trial = history.get(done.trial());
    boolean fails = (trial.id().number() + 1) % failEvery == 0;
    Trial after =
        trial.after(
            fails
                ? new SegmentResult.Failed(FailureKind.EXCEPTION, "told to", USAGE)
                : advanced(trial, done.toEpoch()));
    history.put(after);
    scheduler.update(after);
  }

  private static SegmentResult advanced(Trial trial, int toEpoch) {
    List<CurvePoint> points = new ArrayList<>();
    for (int epoch = trial.epoch() + 1; epoch <= toEpoch; epoch++) {
      Scores scores = new Scores(1.0 / epoch, trial.configuration().real("learningRate"));
      points.add(new CurvePoint(epoch, 0.1, scores, scores, List.of(), 1));
    }
    CheckpointRef ref =
        new CheckpointRef("c/" + trial.id() + "/" + toEpoch, "0".repeat(64), toEpoch);
    Ending ending = toEpoch == trial.maxEpochs() ? Ending.BUDGET : Ending.OPEN;
    return new SegmentResult.Advanced(toEpoch, ending, points, new Checkpoints(ref, ref), USAGE);
  }
}
