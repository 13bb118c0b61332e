package dev.sturgeon.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TrialTest {
  private static final Configuration BORN =
      new Configuration(new TreeMap<>(Map.of("learningRate", Value.of(0.1))));

  private final Trial trial = Trial.born(new TrialId(0), Role.SEARCH, null, BORN, 1, 9);

  @Test
  void whatWasChangedAfterAnEpochIsUndoneThere() {
    Trial nudged =
        nudge(advanced(nudge(advanced(trial, 2, 2), "learningRate", 0.2), 4, 4), "l2", 0.3);
    assertThat(nudged.configurationAt(1)).isEqualTo(BORN);
    assertThat(nudged.configurationAt(2).real("learningRate")).isEqualTo(0.2);
    assertThat(nudged.configurationAt(3).has("l2")).isFalse();
    assertThat(nudged.configurationAt(4)).isEqualTo(nudged.configuration());
  }

  @Test
  void theSavedNetworkHasTheConfigurationThatItWasTrainedWith() {
    assertThat(trial.savedConfiguration()).isEqualTo(BORN);
    Trial nudged = nudge(advanced(trial, 2, 2), "learningRate", 0.2);
    assertThat(nudged.savedConfiguration()).as("no epoch has followed").isEqualTo(BORN);
    assertThat(advanced(nudged, 4, 2).savedConfiguration()).as("it got worse").isEqualTo(BORN);
    assertThat(advanced(nudged, 4, 3).savedConfiguration()).isEqualTo(nudged.configuration());
    assertThat(nudged.savedNudges()).isEmpty();
    assertThat(advanced(nudged, 4, 3).savedNudges()).isEqualTo(nudged.past().nudges());
  }

  private static Trial nudge(Trial of, String name, double value) {
    TreeMap<String, Value> values = new TreeMap<>(Map.of(name, Value.of(value)));
    return of.nudged(Nudge.of(of.epoch(), of.configuration(), values, "ann", "why not"));
  }

  private static Trial advanced(Trial of, int epoch, int best) {
    Scores scores = new Scores(1, 0.5);
    List<CurvePoint> points =
        List.of(
            new CurvePoint(epoch - 1, 0.1, scores, scores, List.of(), 1),
            new CurvePoint(epoch, 0.1, scores, scores, List.of(), 1));
    Checkpoints saved = new Checkpoints(ref(epoch), ref(best));
    return of.running()
        .after(
            new SegmentResult.Advanced(
                epoch, SegmentResult.Ending.OPEN, points, saved, new Usage("", 1, 1)));
  }

  private static CheckpointRef ref(int epoch) {
    return new CheckpointRef("checkpoints/0/" + epoch, "a".repeat(64), epoch);
  }
}
