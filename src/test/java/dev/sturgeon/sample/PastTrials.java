package dev.sturgeon.sample;

import dev.sturgeon.space.Configuration;
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
import java.util.List;
import java.util.stream.IntStream;

/** A history, made up trial by trial. */
final class PastTrials {
  private static final Usage USAGE = new Usage("test", 1, 1);

  private final int maxEpochs;
  private final History history;

  PastTrials(int maxEpochs, Metric metric) {
    this.maxEpochs = maxEpochs;
    this.history = new History(new Objective(metric, Objective.ClassWeights.NONE));
  }

  History history() {
    return history;
  }

  /** A trial that has trained so far, with the same metric in each epoch. */
  PastTrials trained(Configuration configuration, int epochs, double metric) {
    return trained(configuration, epochs, metric, 1);
  }

  /** A trial whose epochs took so many seconds each. */
  PastTrials trained(Configuration configuration, int epochs, double metric, double seconds) {
    List<CurvePoint> points =
        IntStream.rangeClosed(1, epochs).mapToObj(epoch -> point(epoch, metric, seconds)).toList();
    CheckpointRef ref = new CheckpointRef("c/" + epochs, "0".repeat(64), epochs);
    Ending ending = epochs == maxEpochs ? Ending.BUDGET : Ending.OPEN;
    Trial born = born(configuration);
    history.put(
        born.after(
            new SegmentResult.Advanced(epochs, ending, points, new Checkpoints(ref, ref), USAGE)));
    return this;
  }

  private static CurvePoint point(int epoch, double metric, double seconds) {
    Scores scores = new Scores(1 - metric, metric);
    return new CurvePoint(epoch, 0.1, scores, scores, List.of(), seconds);
  }

  PastTrials diverged(Configuration configuration) {
    Trial born = born(configuration);
    history.put(born.after(new SegmentResult.Diverged(1, "NaN", List.of(), USAGE)));
    return this;
  }

  PastTrials failed(Configuration configuration, FailureKind kind) {
    Trial born = born(configuration);
    history.put(born.after(new SegmentResult.Failed(kind, "told to", USAGE)));
    return this;
  }

  PastTrials ranOutOfTime(Configuration configuration) {
    history.put(born(configuration).stopped("maxTrialDuration used up"));
    return this;
  }

  PastTrials stopped(Configuration configuration) {
    history.put(born(configuration).stopped());
    return this;
  }

  PastTrials running(Configuration configuration) {
    history.put(born(configuration).running());
    return this;
  }

  private Trial born(Configuration configuration) {
    TrialId id = new TrialId(history.trials().size());
    history.put(Trial.born(id, Role.SEARCH, null, configuration, id.number(), maxEpochs));
    return history.get(id);
  }
}
