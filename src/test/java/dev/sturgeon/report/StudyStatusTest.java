package dev.sturgeon.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.journal.Command;
import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.report.StudyStatus.State;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.store.Pulse;
import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.SegmentResult.Ending;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StudyStatusTest {
  private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");
  private static final SearchSpace SPACE =
      new SearchSpace(List.of(Hyperparameter.of("x", RealDomain.of(0, 1, Scale.LINEAR))));
  private static final Usage USAGE = new Usage("1", 2, 2);

  private final List<Stamped> entries = new ArrayList<>();

  @BeforeEach
  void begin() {
    happens(
        0,
        new Event.PartOpened(
            1, 3, new Versions("0", "17", "4", "1"), "node-1", "one", List.of(), ""));
    happens(
        0,
        new Event.StudyStarted(
            "digits",
            1,
            "",
            SPACE,
            new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE),
            new DataFacts("hash", new TreeMap<>(), 1, List.of("a", "b"), "{}")));
    happens(0, new Event.LimitsSet(new Limits(2, Duration.ofSeconds(60), 0.99, null, 1.0), 1));
    happens(0, new Event.SlotsChanged(2));
    trial(0, 1);
    happens(2, new Event.SegmentEnded(1, advanced(0.9), false));
    trial(1, 2);
    happens(
        3,
        new Event.SegmentEnded(
            2, new SegmentResult.Failed(FailureKind.WORKER_LOST, "it is gone", USAGE), true));
    happens(3, new Event.SegmentIssued(segment(1, 3)));
    happens(
        4,
        new Event.SegmentEnded(
            3, new SegmentResult.Failed(FailureKind.EXCEPTION, "bad\u001b[2Jluck", USAGE), false));
    trial(2, 4);
    happens(5, new Event.SearchNoted("x 0…1 -> 0.5…1"));
  }

  private void happens(double t, Event event) {
    entries.add(new Stamped(BEGIN.plusMillis((long) (t * 1000)), t, event));
  }

  private void trial(int number, long token) {
    happens(
        token,
        new Event.TrialStarted(
            new TrialId(number), Role.SEARCH, null, 0, configuration(), 1, 9, "sampled"));
    happens(token, new Event.SegmentIssued(segment(number, token)));
  }

  private static Segment segment(int number, long token) {
    return new Segment(new TrialId(number), configuration(), 1, 0, 1, 9, null, token);
  }

  private static Configuration configuration() {
    return SPACE.at(new double[] {0.25});
  }

  private static SegmentResult advanced(double metric) {
    CheckpointRef ref = new CheckpointRef("c", "0".repeat(64), 1);
    Scores scores = new Scores(0.5, metric);
    return new SegmentResult.Advanced(
        1,
        Ending.OPEN,
        List.of(new CurvePoint(1, 0.1, scores, scores, List.of(), 2)),
        new Checkpoints(ref, ref),
        USAGE);
  }

  private StudyStatus after(Duration silence) {
    return after(silence, false);
  }

  private StudyStatus after(Duration silence, boolean lost) {
    return after(silence, lost, 27);
  }

  private StudyStatus after(Duration silence, boolean lost, int maxTrials) {
    StudyState state = StudyState.from(entries);
    Pulse pulse = new Pulse(state.lastSign(), state.lastSign().plus(silence), lost);
    return StatusReader.read(entries, state, "studies/digits", maxTrials, List.of(1, 3, 9), pulse);
  }

  @Test
  void whatIfBranchesAreNotOfTheTrialsAllowed() {
    assertThat(StatusText.of(after(Duration.ofSeconds(2), false, 1), ZoneOffset.UTC))
        .contains(" 3: 1 ")
        .doesNotContain(" of 1:");
    assertThat(StatusText.of(after(Duration.ofSeconds(2)), ZoneOffset.UTC))
        .contains(" 3 of 27: 1 ");
  }

  @Test
  void aLiveStudyTellsWhatItDoes() {
    StudyStatus status = after(Duration.ofSeconds(2));
    assertThat(status.state()).isEqualTo(State.RUNNING);
    assertThat(status.trials())
        .containsEntry("paused", 1)
        .containsEntry("failed", 1)
        .containsEntry("running", 1);
    assertThat(status.rungs())
        .containsExactly(
            new StudyStatus.Rung(1, 1), new StudyStatus.Rung(3, 0), new StudyStatus.Rung(9, 0));
    assertThat(status.running()).containsExactly(new StudyStatus.Running(2, 0, 1, 9, 3));
    assertThat(status.failures())
        .containsExactly(
            new Failures("exception", 1, 0, 1, "bad\u001b[2Jluck"),
            new Failures("workerLost", 1, 1, 1, "it is gone"));
    assertThat(status.elapsedSeconds()).as("the clock goes on").isEqualTo(7);
    assertThat(status.left().seconds()).isEqualTo(53);
    assertThat(status.left().trials()).isEqualTo(24);
    assertThat(status.coreHours() * 3600).isBetween(8.9, 9.1);
  }

  @Test
  void aPauseIsToldAsLongAsItHolds() {
    Command.Sender ann = new Command.Sender("ann@node-2", BEGIN, "it swings");
    happens(6, order("1.json", new Command.Nudge(ann, Order.Kind.PAUSE, new TreeMap<>(), 0)));
    StudyStatus status = after(Duration.ofSeconds(2));
    assertThat(status.state()).isEqualTo(State.RUNNING);
    assertThat(status.detail())
        .isEqualTo("paused by ann@node-2: it swings; `nudge DIR --resume` goes on");
    assertThat(StatusText.of(status, ZoneOffset.UTC))
        .contains("digits: running on node-1 since 2026-11-22 10:00:00: paused by ann@node-2");
    happens(7, order("2.json", new Command.Nudge(ann, Order.Kind.RESUME, new TreeMap<>(), 0)));
    assertThat(after(Duration.ofSeconds(2)).detail()).isEmpty();
  }

  private static Event order(String file, Command.Nudge nudge) {
    return new Event.CommandReceived(file, nudge);
  }

  /** An order came before it was issued again: nothing went wrong with its trial. */
  @Test
  void aSegmentThatIsTakenBackIsNoFailure() {
    happens(
        6,
        new Event.SegmentEnded(
            4, new SegmentResult.Failed(FailureKind.NOT_BEGUN, "an order", USAGE), false));
    StudyStatus status = after(Duration.ofSeconds(2));
    assertThat(status.trials()).containsEntry("paused", 2).containsEntry("failed", 1);
    assertThat(status.running()).isEmpty();
    assertThat(status.failures())
        .extracting(Failures::kind)
        .containsExactly("exception", "workerLost");
  }

  @Test
  void thePersonReadsItWithoutControlCharacters() {
    String text = StatusText.of(after(Duration.ofSeconds(2)), ZoneOffset.UTC);
    assertThat(text)
        .contains(
            "digits: running on node-1 since 2026-11-22 10:00:00; the driver's last sign of life"
                + " was 2.0 s ago",
            "3 of 27: 1 failed, 1 paused, 1 running",
            "trials that reached epoch 1: 1, 3: 0, 9: 0",
            "accuracy 0.9000 on the dev part, trial 0: x=0.25",
            "trial 2 from epoch 0 to 1 of 9, for 3.0 s",
            "1 exception (0 issued again), last trial 1: bad [2Jluck",
            "24 trials to begin, 53.0 s",
            "x 0…1 -> 0.5…1")
        .doesNotContain("\u001b");
  }

  @Test
  void theJsonHasExactlyTheDocumentedFields() {
    JsonNode json = new ObjectMapper().valueToTree(after(Duration.ZERO));
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "study",
            "directory",
            "state",
            "detail",
            "driver",
            "trials",
            "maxTrials",
            "rungs",
            "best",
            "confirmation",
            "running",
            "failures",
            "slots",
            "elapsedSeconds",
            "coreHours",
            "left",
            "notes");
    assertThat(json.get("state").asText()).isEqualTo("running");
    assertThat(json.get("best").fieldNames())
        .toIterable()
        .containsExactly("trial", "metric", "value", "loss", "hyperparameters");
    assertThat(json.at("/best/hyperparameters/x").asDouble()).isEqualTo(0.25);
    assertThat(json.get("driver").fieldNames())
        .toIterable()
        .containsExactly("host", "since", "lastSign", "silentSeconds");
  }

  @Test
  void aDriverThatShowsNoLifeIsDead() {
    assertThat(after(Duration.ofHours(2)).state()).as("it lives").isEqualTo(State.RUNNING);
    StudyStatus status = after(Duration.ofHours(2), true);
    assertThat(status.state()).isEqualTo(State.SILENT);
    assertThat(status.elapsedSeconds()).as("its clock stands").isEqualTo(5);
    assertThat(StatusText.of(status, ZoneOffset.UTC))
        .contains("no sign of life from its driver on node-1 for 2 h 00 min", "goes on");
  }

  @Test
  void anEndIsToldWithItsReason() {
    happens(6, new Event.StopRequested(StopReason.REQUESTED, "asked by ann@node-2: lunch"));
    assertThat(after(Duration.ZERO).state()).isEqualTo(State.STOPPING);
    happens(7, new Event.DriverEnded(""));
    assertThat(after(Duration.ofDays(9), true).state()).isEqualTo(State.STOPPED);
    assertThat(after(Duration.ZERO, true).detail()).isEqualTo("asked by ann@node-2: lunch");
    StudyStatus starting = after(Duration.ofHours(1));
    assertThat(starting.state()).as("another driver holds the lock").isEqualTo(State.RUNNING);
    assertThat(starting.elapsedSeconds()).isEqualTo(7);
    assertThat(StatusText.of(starting, ZoneOffset.UTC)).contains("starting: a driver takes it up");

    happens(
        8,
        new Event.PartOpened(2, 3, new Versions("0", "17", "4", "1"), "b", "two", List.of(1L), ""));
    assertThat(after(Duration.ZERO).state()).as("taken up again").isEqualTo(State.RUNNING);
    happens(9, new Event.DriverEnded("no space left"));
    assertThat(after(Duration.ZERO, true).state()).isEqualTo(State.FAILED);
    assertThat(StatusText.of(after(Duration.ZERO, true), ZoneOffset.UTC))
        .contains("its driver gave up: no space left");

    happens(10, new Event.StudyFinished(StopReason.TARGET, new TrialId(0)));
    assertThat(after(Duration.ofDays(9)).state()).isEqualTo(State.FINISHED);
    assertThat(after(Duration.ZERO).detail()).isEqualTo("the target is reached");
  }
}
