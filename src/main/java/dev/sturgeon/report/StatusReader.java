package dev.sturgeon.report;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.StudyStatus.Best;
import dev.sturgeon.report.StudyStatus.Driver;
import dev.sturgeon.report.StudyStatus.Left;
import dev.sturgeon.report.StudyStatus.Rung;
import dev.sturgeon.report.StudyStatus.Running;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.store.Pulse;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads off a journal how its study stands. */
public final class StatusReader {
  private static final int NOTES = 10;

  private StatusReader() {}

  /**
   * The status of a study that has begun.
   *
   * @param entries its journal
   * @param state what follows from that
   * @param directory where its files lie
   * @param maxTrials how many trials it may begin
   * @param rungs the epochs of its rungs
   * @param pulse its driver's last sign of life
   */
  public static StudyStatus read(
      List<Stamped> entries,
      StudyState state,
      String directory,
      int maxTrials,
      List<Integer> rungs,
      Pulse pulse) {
    Standing standing = Standing.of(state, pulse);
    boolean open = standing.state().isOpen() && state.driverEnd().isEmpty();
    double now = state.seconds() + (open ? seconds(pulse.since(state.lastSign())) : 0);
    return new StudyStatus(
        state.started().orElseThrow().name(),
        directory,
        standing.state(),
        standing.detail(),
        driver(state, pulse),
        trials(state),
        maxTrials,
        rungs.stream().map(epochs -> new Rung(epochs, reached(state, epochs))).toList(),
        best(state),
        ConfirmationFigures.of(state).orElse(null),
        running(entries, state, now),
        Failures.of(entries),
        state.slots(),
        now,
        state.coreHours(now),
        left(state, maxTrials, now),
        notes(state));
  }

  private static Driver driver(StudyState state, Pulse pulse) {
    Event.PartOpened last = state.parts().get(state.parts().size() - 1);
    return new Driver(
        last.host(),
        state.driverSince().toString(),
        pulse.last().toString(),
        seconds(pulse.silence()));
  }

  private static Map<String, Integer> trials(StudyState state) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Trial.Status status : Trial.Status.values()) {
      counts.put(Wording.status(status), state.history().count(status));
    }
    return counts;
  }

  private static int reached(StudyState state, int epochs) {
    return (int) state.history().trials().stream().filter(trial -> trial.epoch() >= epochs).count();
  }

  private static @Nullable Best best(StudyState state) {
    return state.history().leader().map(trial -> best(state, trial)).orElse(null);
  }

  private static Best best(StudyState state, Trial trial) {
    Scores scores = trial.scores().orElseThrow();
    Configuration configuration = trial.savedConfiguration();
    return new Best(
        trial.id().number(),
        state.history().objective().metric().label(),
        scores.metric(),
        scores.loss(),
        ConfigurationJson.of(configuration),
        TrialTable.searched(state).stream()
            .filter(configuration::has)
            .map(name -> name + "=" + Wording.value(configuration, name))
            .collect(Collectors.joining(", ")));
  }

  private static List<Running> running(List<Stamped> entries, StudyState state, double now) {
    Map<Long, Double> issued = new TreeMap<>();
    for (Stamped entry : entries) {
      if (entry.event() instanceof Event.SegmentIssued out) {
        issued.put(out.segment().token(), entry.t());
      }
    }
    List<Running> running = new ArrayList<>();
    for (Segment segment : state.open().values()) {
      running.add(
          new Running(
              segment.trial().number(),
              segment.fromEpoch(),
              segment.toEpoch(),
              segment.maxEpochs(),
              now - issued.getOrDefault(segment.token(), now)));
    }
    return running;
  }

  private static Left left(StudyState state, int maxTrials, double now) {
    Limits limits = state.limits();
    Duration time = limits.maxDuration();
    Double hours = limits.maxCoreHours();
    return new Left(
        Math.max(0, maxTrials - state.history().trials().size()),
        time == null ? null : Double.valueOf(Math.max(0, seconds(time) - now)),
        hours == null ? null : Double.valueOf(Math.max(0, hours - state.coreHours(now))),
        limits.target());
  }

  private static List<String> notes(StudyState state) {
    List<String> notes = new ArrayList<>(state.searchNotes());
    state.trialNotes().forEach(note -> notes.add("trial " + note.trial() + ": " + note.text()));
    return notes.subList(Math.max(0, notes.size() - NOTES), notes.size());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
