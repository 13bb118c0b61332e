package dev.sturgeon.trial;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.SegmentResult.Ending;
import java.util.List;
import java.util.Map;

/** Trials that are over, for tests of what is made of them. */
final class ConfirmingSamples {

  private ConfirmingSamples() {}

  static History history() {
    return new History(new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE));
  }

  static Trial born(TrialId id, double x) {
    Role role = id.isRepeat() ? Role.CONFIRM : Role.SEARCH;
    Configuration configuration = Configuration.of(Map.of("x", Value.of(x)));
    return Trial.born(id, role, null, configuration, id.number(), 1);
  }

  /** One that was trained for an epoch of so many seconds, which is all or not. */
  static Trial trained(TrialId id, double x, double metric, double seconds, boolean whole) {
    Scores scores = new Scores(1 - metric, metric);
    CurvePoint point = new CurvePoint(1, 0.1, scores, scores, List.of(), seconds);
    CheckpointRef ref = new CheckpointRef("checkpoints/" + id, "a".repeat(64), 1);
    Trial after =
        born(id, x)
            .running()
            .after(
                new SegmentResult.Advanced(
                    1,
                    whole ? Ending.BUDGET : Ending.OPEN,
                    List.of(point),
                    new Checkpoints(ref, ref),
                    new Usage("", seconds, seconds)));
    return whole ? after : after.dropped();
  }
}
