package dev.sturgeon.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a study stands, running or not. The names of the components are those of the JSON object that
 * {@code status --json} prints: some may be added, none change their meaning.
 *
 * @param study its name
 * @param directory where its files lie
 * @param state what it is doing
 * @param detail more about that, for a person; may be empty
 * @param driver who works on it, or did last
 * @param trials trials by status, in lower case, those that are 0 too
 * @param maxTrials how many trials it may begin
 * @param rungs how many trials have reached each rung
 * @param best the search's leader; null where no trial has a value
 * @param confirmation what training the best again has shown; null where that is not tried
 * @param running segments that are out; of a study that is not running, those to be issued again
 * @param failures what went wrong, by kind
 * @param slots how many segments can be carried out at once
 * @param elapsedSeconds study time
 * @param coreHours what segments took, times the cores of a slot
 * @param left what the limits leave
 * @param notes the newest sentences about the search and its trials, at most ten
 */
public record StudyStatus(
    String study,
    String directory,
    State state,
    String detail,
    Driver driver,
    Map<String, Integer> trials,
    int maxTrials,
    List<Rung> rungs,
    @Nullable Best best,
    @Nullable ConfirmationFigures confirmation,
    List<Running> running,
    List<Failures> failures,
    int slots,
    double elapsedSeconds,
    double coreHours,
    Left left,
    List<String> notes) {
  private static final int NOTES = 10;

  /** What a study is doing. */
  public enum State {
    /** A driver works on it. */
    RUNNING,
    /** A driver waits for the last segments to end. */
    STOPPING,
    /** No sign of life for so long that its driver is likely dead. */
    SILENT,
    /** It was stopped, and can be taken up again. */
    STOPPED,
    /** Its driver gave up, and said why; it can be taken up again. */
    FAILED,
    /** It is over. */
    FINISHED;

    /** As it is written in JSON. */
    @JsonValue
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a driver may still be at work. */
    public boolean isOpen() {
      return this == RUNNING || this == STOPPING || this == SILENT;
    }
  }

  /**
   * A driver.
   *
   * @param host its machine
   * @param since when it began, in ISO 8601
   * @param lastSign its last sign of life, in ISO 8601
   * @param silentSeconds how long ago that was
   */
  public record Driver(String host, String since, String lastSign, double silentSeconds) {}

  /**
   * A rung.
   *
   * @param epochs how long a trial has trained there
   * @param trials how many have
   */
  public record Rung(int epochs, int trials) {}

  /**
   * The leading trial.
   *
   * @param trial its number
   * @param metric the metric's name
   * @param value its metric on the dev part
   * @param loss its loss there
   * @param hyperparameters its configuration
   * @param text those of them that are searched, for a person
   */
  public record Best(
      int trial,
      String metric,
      double value,
      double loss,
      JsonNode hyperparameters,
      @JsonIgnore String text) {}

  /**
   * A segment that is out.
   *
   * @param trial its trial
   * @param fromEpoch epochs trained when it began
   * @param toEpoch epochs trained at its end
   * @param maxEpochs the trial's whole budget
   * @param seconds how long it has been out
   */
  public record Running(int trial, int fromEpoch, int toEpoch, int maxEpochs, double seconds) {}

  /**
   * What the limits leave; null where there is no such limit.
   *
   * @param trials how many may still begin
   * @param seconds of study time
   * @param coreHours of the cluster
   * @param target the value at which the study ends
   */
  public record Left(
      int trials, @Nullable Double seconds, @Nullable Double coreHours, @Nullable Double target) {}

  /** Copies the collections. */
  public StudyStatus {
    trials = new TreeMap<>(trials);
    rungs = List.copyOf(rungs);
    running = List.copyOf(running);
    failures = List.copyOf(failures);
    notes = List.copyOf(notes);
  }

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
  public static StudyStatus of(
      List<Stamped> entries,
      StudyState state,
      String directory,
      int maxTrials,
      List<Integer> rungs,
      Pulse pulse) {
    Standing standing = Standing.of(state, pulse);
    boolean open = standing.state().isOpen() && standing.state() != State.SILENT;
    double now = state.seconds() + (open ? seconds(pulse.silence()) : 0);
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
    return new Best(
        trial.id().number(),
        state.history().objective().metric().label(),
        scores.metric(),
        scores.loss(),
        ConfigurationJson.of(trial.configuration()),
        TrialTable.searched(state).stream()
            .filter(trial.configuration()::has)
            .map(name -> name + "=" + Wording.value(trial.configuration(), name))
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
