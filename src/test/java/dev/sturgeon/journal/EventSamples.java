package dev.sturgeon.journal;

import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Condition;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.PowersOfTwo;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import dev.sturgeon.stats.Interval;
import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.Confirmation;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.LayerNorms;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Retest;
import dev.sturgeon.trial.Retested;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.SegmentResult.Ending;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A short study in which everything a journal can say happens. */
final class EventSamples {
  static final Versions VERSIONS = new Versions("0.1.0", "17.0.9", "4.1.0", "1.0.0-M2.1");
  static final TrialId ZERO = new TrialId(0);
  static final TrialId ONE = new TrialId(1);
  static final TrialId TWO = new TrialId(2);

  static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              Hyperparameter.of("learningRate", RealDomain.of(1e-4, 1, Scale.LOG)),
              new Hyperparameter(
                  "updater",
                  new CategoricalDomain(List.of(Value.of("adam"), Value.of("momentum"))),
                  Value.of("adam"),
                  null),
              new Hyperparameter(
                  "momentum",
                  RealDomain.of(0.5, 0.999, Scale.REVERSE_LOG),
                  Value.of(0.9),
                  new Condition.OneOf("updater", List.of(Value.of("momentum")))),
              Hyperparameter.of("layers", IntegerDomain.of(1, 3, Scale.LINEAR)),
              new Hyperparameter(
                  "units2", new PowersOfTwo(8, 64), null, new Condition.AtLeast("layers", 2)),
              new Hyperparameter("dropout", new RealDomain(0, 0.5, Scale.LINEAR, 0.1), null, null),
              Hyperparameter.of("epsilon", new FixedDomain(Value.of(1e-8)))));

  private static final Configuration CONFIGURATION =
      Configuration.of(
          Map.of(
              "learningRate", Value.of(1e-3),
              "updater", Value.of("adam"),
              "layers", Value.of(2L),
              "dropout", Value.of(1.0)));

  private EventSamples() {}

  /** All of it that format 1 knows, one event a second. */
  static List<Stamped> study() {
    return study(Journal.FORMAT);
  }

  /** The same from a writer of a format. */
  static List<Stamped> study(int format) {
    List<Stamped> entries = new ArrayList<>();
    for (Event event : events(format)) {
      Instant at = Instant.parse("2026-11-22T10:00:00Z").plusSeconds(entries.size());
      entries.add(new Stamped(at, entries.size() + 0.25, event));
    }
    return entries;
  }

  /** Kinds of events that came after the golden journal of format 1 was written. */
  static List<Stamped> later() {
    return List.of(
        new Stamped(Instant.EPOCH, 1, new Event.TrialNoted(ONE, 1, "gradients \"explode\"")),
        new Stamped(Instant.EPOCH, 2, new Event.SearchNoted("learningRate 1e-4…1 -> 0.01…0.1")),
        new Stamped(Instant.EPOCH, 3, new Event.TrialsAllowed(60)),
        new Stamped(Instant.EPOCH, 4, new Event.TrialPromoted(ONE, "1st of 3")),
        new Stamped(Instant.EPOCH, 5, new Event.TrialDropped(TWO, "3rd of 3")),
        new Stamped(Instant.EPOCH, 6, new Event.TrialLeft(ONE)));
  }

  /** What came with format 3, but for {@link #continued}. */
  static Stamped previous() {
    CheckpointRef before = new CheckpointRef("checkpoints/1/1", "b".repeat(64), 1);
    CheckpointRef latest = checkpoints(1, 2).latest();
    Checkpoints both = new Checkpoints(latest, latest, before);
    return new Stamped(
        Instant.EPOCH,
        7,
        new Event.SegmentIssued(new Segment(ONE, CONFIGURATION, 7L, 2, 4, 4, both, 6)));
  }

  /** The first line of the second file of a part. */
  static Stamped continued(long read) {
    return new Stamped(Instant.EPOCH, 7, new Event.PartContinued(2, List.of(read)));
  }

  /** Kinds of events that came after the golden journal of format 2 was written. */
  static List<Stamped> laterThan2() {
    Command.Sender ann =
        new Command.Sender("ann@node-1", Instant.parse("2026-11-22T10:01:00.5Z"), "\"enough\"");
    return List.of(
        new Stamped(
            Instant.EPOCH, 7, new Event.CommandReceived("a.json", new Command.Stop(ann, true))),
        new Stamped(Instant.EPOCH, 8, new Event.CommandRefused("b.json", "it is no command")),
        new Stamped(Instant.EPOCH, 9, new Event.DriverEnded("no space left on the device")),
        new Stamped(Instant.EPOCH, 10, new Event.DriverTrains()),
        new Stamped(
            Instant.EPOCH, 11, new Event.WorkerLost("7", "exit 134", false, List.of(3L, 4L))),
        new Stamped(Instant.EPOCH, 12, new Event.AnswerDropped(4)),
        new Stamped(Instant.EPOCH, 13, new Event.TrialExpired(ONE, "5 min are used up")),
        new Stamped(Instant.EPOCH, 14, new Event.TrialReopened(ONE)),
        new Stamped(Instant.EPOCH, 15, new Event.CommandReceived("c.json", nudge(ann))),
        new Stamped(
            Instant.EPOCH,
            16,
            new Event.TrialNudged(
                ZERO,
                Nudge.of(2, CONFIGURATION, rate(0.002), "ann@node-1", "\"enough\"")
                    .obeying(nudge(ann).order(1)))),
        new Stamped(
            Instant.EPOCH,
            17,
            new Event.TrialStarted(
                new TrialId(4), Role.BRANCH, ZERO, 2, CONFIGURATION, 7L, 4, "from trial 0")),
        new Stamped(Instant.EPOCH, 18, new Event.TrialCompleted(ZERO, "giveUp: no gain")));
  }

  /** Kinds of events that came after the golden journal of format 3 was written. */
  static List<Stamped> laterThan3() {
    TrialId run = TrialId.repeat(0);
    return List.of(
        new Stamped(
            Instant.EPOCH,
            19,
            new Event.ConfirmationStarted(
                StopReason.BUDGET,
                0.0125,
                8,
                true,
                new Confirmation(List.of(ZERO), 0, 5, 4, false))),
        new Stamped(
            Instant.EPOCH,
            20,
            new Event.TrialStarted(
                run, Role.CONFIRM, null, 0, CONFIGURATION, 8L, 4, "confirms trial 0")),
        new Stamped(Instant.EPOCH, 21, new Event.ConfirmationEnded(ZERO, run)),
        new Stamped(Instant.EPOCH, 22, new Event.ConfirmationEnded(null, null)),
        new Stamped(
            Instant.EPOCH,
            23,
            new Event.TestMeasured(run, 297, new Scores(0.4, 0.96), new Interval(0.93, 0.98))));
  }

  /** Kinds of events that came after the golden journal of format 4 was written. */
  static List<Stamped> laterThan4() {
    Retest plan =
        new Retest(
            List.of(new Retest.Known("", TWO, CONFIGURATION)),
            5,
            2,
            3,
            30,
            10,
            0.005,
            true,
            new Retest.Before(List.of(0.97, 0.98), 0.008, 0.007));
    return List.of(
        new Stamped(Instant.EPOCH, 24, new Event.RetestStarted("file:///studies/digits", plan)),
        new Stamped(Instant.EPOCH, 25, new Event.RetestEnded(Retested.Outcome.RE_TUNE, true)));
  }

  private static Command.Nudge nudge(Command.Sender sender) {
    return new Command.Nudge(sender, Order.Kind.NUDGE, rate(0.002), 2);
  }

  private static SortedMap<String, Value> rate(double rate) {
    return new TreeMap<>(Map.of("learningRate", Value.of(rate)));
  }

  private static List<Event> events(int format) {
    return List.of(
        new Event.PartOpened(
            1,
            format,
            VERSIONS,
            "node-1",
            format < 3 ? "" : "driver-1",
            List.of(),
            format < 6 ? "" : "/tmp/hs_err_pid7.log"),
        new Event.StudyStarted(
            "digits",
            -5_000_000_000_000_000_000L,
            "name: digits\nsearch:\n  maxTrials: 3 # \"three\"\n",
            SPACE,
            new Objective(Metric.BALANCED_ACCURACY, Objective.ClassWeights.BALANCED),
            new DataFacts(
                "c".repeat(64),
                new TreeMap<>(Map.of("train", 1200, "dev", 300, "test", 297)),
                64,
                List.of("null", "eins", "zwei ✓"),
                "{\"dev\":0.15}")),
        new Event.LimitsSet(new Limits(2, Duration.ofMinutes(20), 0.99, null, null), 1),
        new Event.BaselineMeasured("majority class", new Scores(2.3, 0.1)),
        new Event.SlotsChanged(2),
        started(ZERO, Role.SEARCH, null),
        new Event.SegmentIssued(new Segment(ZERO, CONFIGURATION, 7L, 0, 2, 4, null, 1)),
        started(ONE, Role.BRANCH, ZERO),
        new Event.SegmentIssued(new Segment(ONE, CONFIGURATION, 7L, 0, 2, 4, null, 2)),
        started(TWO, Role.SEARCH, null),
        new Event.SegmentIssued(new Segment(TWO, CONFIGURATION, 7L, 0, 2, 4, null, 3)),
        new Event.SegmentEnded(1, advanced(1, 2, Ending.OPEN), false),
        new Event.SegmentIssued(
            new Segment(ZERO, CONFIGURATION, 7L, 2, 4, 4, checkpoints(0, 2), 4)),
        new Event.SegmentEnded(
            2,
            new SegmentResult.Diverged(2, "loss NaN in step 7", List.of(point(1)), usage()),
            false),
        new Event.SegmentEnded(3, failed(FailureKind.WORKER_LOST), true),
        new Event.SegmentIssued(new Segment(TWO, CONFIGURATION, 7L, 0, 2, 4, null, 5)),
        new Event.SegmentEnded(5, failed(FailureKind.EXCEPTION), false),
        new Event.SegmentEnded(4, advanced(3, 4, Ending.BUDGET), false),
        started(new TrialId(3), Role.SEARCH, null),
        new Event.StopRequested(StopReason.REQUESTED, "Ctrl-C"),
        new Event.TrialStopped(new TrialId(3)),
        new Event.StudyFinished(StopReason.REQUESTED, ZERO));
  }

  static CurvePoint point(int epoch) {
    return new CurvePoint(
        epoch,
        0.1 / epoch,
        new Scores(0.5, 0.9),
        new Scores(0.7 / epoch, 0.8 + epoch * 0.01),
        List.of(
            new LayerNorms("0", Double.NaN, Double.POSITIVE_INFINITY),
            new LayerNorms("1", Double.NEGATIVE_INFINITY, 1e-300)),
        1.5);
  }

  private static Event started(TrialId id, Role role, @Nullable TrialId parent) {
    return new Event.TrialStarted(id, role, parent, 0, CONFIGURATION, 7L, 4, "sampled");
  }

  private static SegmentResult advanced(int from, int to, Ending ending) {
    List<CurvePoint> points = new ArrayList<>();
    for (int epoch = from; epoch <= to; epoch++) {
      points.add(point(epoch));
    }
    return new SegmentResult.Advanced(to, ending, points, checkpoints(0, to), usage());
  }

  private static Checkpoints checkpoints(int trial, int epoch) {
    CheckpointRef ref =
        new CheckpointRef("checkpoints/" + trial + "/" + epoch, "a".repeat(64), epoch);
    return new Checkpoints(ref, ref);
  }

  private static SegmentResult failed(FailureKind kind) {
    return new SegmentResult.Failed(kind, "it \"broke\"\nbadly", usage());
  }

  private static Usage usage() {
    return new Usage("executor-1", 3.25, 3.0);
  }
}
