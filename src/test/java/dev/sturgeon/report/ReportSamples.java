package dev.sturgeon.report;

import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Condition;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
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
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Usage;
import dev.sturgeon.trial.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Studies to report on. */
final class ReportSamples {
  static final String NASTY = "<script>alert('\"&\"')</script>";
  private static final Usage USAGE = new Usage("1", 1, 1);
  private static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              Hyperparameter.of("learningRate", RealDomain.of(1e-4, 1, Scale.LOG)),
              Hyperparameter.of("units", new PowersOfTwo(8, 128)),
              Hyperparameter.of(
                  "updater", new CategoricalDomain(List.of(Value.of("adam"), Value.of(NASTY)))),
              new Hyperparameter(
                  "momentum",
                  RealDomain.of(0.5, 0.999, Scale.REVERSE_LOG),
                  null,
                  new Condition.OneOf("updater", List.of(Value.of(NASTY)))),
              Hyperparameter.of("epsilon", new FixedDomain(Value.of(1e-8)))));

  private static final Objective OF_CLASSES =
      new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);
  private static final Objective OF_NUMBERS =
      new Objective(Metric.RMSE, Objective.ClassWeights.NONE);

  private final StudyState state = new StudyState();
  private final List<Stamped> entries = new ArrayList<>();
  private final Random random = new Random(1);
  private double t;

  private final Objective objective;

  private ReportSamples(Objective objective) {
    this.objective = objective;
  }

  /** A study in which nothing has been trained. */
  static StudyState empty() {
    return new ReportSamples(OF_CLASSES).started().state;
  }

  /** Forty trials, some of which failed or diverged, with baselines; finished. */
  static StudyState finished() {
    ReportSamples study = new ReportSamples(OF_CLASSES).started();
    study.apply(new Event.BaselineMeasured("majority class", new Scores(2.3026, 0.1033)));
    study.apply(new Event.BaselineMeasured("linear model " + NASTY, new Scores(0.15, 0.96)));
    return study.searched();
  }

  /** The events of a study of forty trials that holds two slots; finished. */
  static List<Stamped> entriesOfFinished() {
    ReportSamples study = new ReportSamples(OF_CLASSES).started();
    study.apply(new Event.LimitsSet(Limits.none(), 1));
    study.apply(new Event.SlotsChanged(2));
    study.searched();
    return List.copyOf(study.entries);
  }

  /** The same of a number: the root mean squared error is some ten thousands of its unit. */
  static StudyState ofNumbers() {
    ReportSamples study = new ReportSamples(OF_NUMBERS).started();
    study.apply(new Event.BaselineMeasured("mean", new Scores(1, 80_000)));
    study.apply(new Event.BaselineMeasured("linear model", new Scores(0.25, 40_000)));
    return study.searched();
  }

  /** Its best three trained again with four seeds, the last run still to come. */
  static StudyState beingConfirmed() {
    return confirmed(11);
  }

  /** The same when the last one has come, and the test part was used. */
  static StudyState confirmed() {
    return confirmed(12);
  }

  private static StudyState confirmed(int runs) {
    ReportSamples study = new ReportSamples(OF_CLASSES).started();
    study.searched();
    List<TrialId> best =
        study.state.history().ranked().stream().limit(3).map(trial -> trial.id()).toList();
    Confirmation plan = new Confirmation(best, 0, 4, 4, false);
    study.apply(new Event.ConfirmationStarted(StopReason.BUDGET, 0.01, 8, true, plan));
    for (int place = 0; place < runs; place++) {
      study.again(plan, place);
    }
    if (runs == plan.runs()) {
      Verdict verdict = Verdict.of(plan, study.state.history());
      TrialId saved = verdict.saved().orElseThrow();
      study.apply(new Event.ConfirmationEnded(verdict.winner().orElseThrow(), saved));
      study.apply(
          new Event.TestMeasured(saved, 266, new Scores(0.2, 0.945), new Interval(0.91, 0.97)));
      study.apply(new Event.StudyFinished(StopReason.BUDGET, best.get(0)));
    }
    return study.state;
  }

  /** The second candidate is as good as the first and quicker; the third is worse. */
  private void again(Confirmation plan, int place) {
    TrialId id = TrialId.repeat(place);
    Trial candidate = state.history().get(plan.candidate(place));
    int which = plan.candidates().indexOf(candidate.id());
    double luck = plan.seed(place) % 2 == 0 ? -0.02 : 0.02;
    double metric = new double[] {0.95, 0.94, 0.80}[which] + luck * (1 - which);
    Scores scores = new Scores(1 - metric, metric);
    apply(
        new Event.TrialStarted(
            id, Role.CONFIRM, null, 0, candidate.configuration(), 9, 1, "confirms"));
    apply(
        new Event.SegmentIssued(
            new Segment(id, candidate.configuration(), 9, 0, 1, 1, null, 1000 + place)));
    CheckpointRef ref = new CheckpointRef("checkpoints/" + id, "a".repeat(64), 1);
    apply(
        new Event.SegmentEnded(
            1000 + place,
            new SegmentResult.Advanced(
                1,
                SegmentResult.Ending.BUDGET,
                List.of(new CurvePoint(1, 0.1, scores, scores, List.of(), 3 - which)),
                new Checkpoints(ref, ref),
                USAGE),
            false));
  }

  private StudyState searched() {
    for (int number = 0; number < 40; number++) {
      trial(new TrialId(number));
    }
    apply(new Event.StudyFinished(StopReason.BUDGET, state.history().best().orElseThrow().id()));
    return state;
  }

  /** One trial of four epochs with these scores, beside a baseline with this one. */
  static StudyState trained(
      Metric metric, double simplest, double train, double dev, @Nullable Double target) {
    ReportSamples study =
        new ReportSamples(new Objective(metric, Objective.ClassWeights.NONE)).started();
    study.apply(new Event.LimitsSet(new Limits(null, null, target, null, null), 1));
    study.apply(new Event.BaselineMeasured("majority class", new Scores(1, simplest)));
    List<CurvePoint> points = new ArrayList<>();
    for (int epoch = 1; epoch <= 4; epoch++) {
      double before = (4 - epoch) * 0.01;
      points.add(
          new CurvePoint(
              epoch,
              0.1,
              new Scores(1, train + before),
              new Scores(1, dev + before),
              List.of(),
              1));
    }
    study.trial(new TrialId(0), SPACE.defaults(), completed(points, 4));
    return study.state;
  }

  /** The finished study with notes on the search and on a trial. */
  static StudyState noted() {
    StudyState state = finished();
    Instant at = Instant.parse("2026-11-22T10:00:00Z");
    String said = "learningRate 1e-4…1 -> 0.01…0.1 " + NASTY;
    state.apply(new Stamped(at, state.seconds(), new Event.SearchNoted(said)));
    Event note = new Event.TrialNoted(new TrialId(3), 2, "gradients vanish " + NASTY);
    state.apply(new Stamped(at, state.seconds(), note));
    return state;
  }

  private ReportSamples started() {
    Versions versions = new Versions("0.1.0", "17.0.9", "4.1.0", "1.0.0-M2.1");
    apply(new Event.PartOpened(1, 1, versions, "host " + NASTY, "", List.of(), ""));
    apply(
        new Event.StudyStarted(
            "digits " + NASTY,
            1234567,
            "name: digits\n# " + NASTY + "\n",
            SPACE,
            objective,
            new DataFacts(
                "5f".repeat(32),
                new TreeMap<>(Map.of("train", 1258, "dev", 270, "test", 269)),
                64,
                objective.equals(OF_CLASSES) ? List.of("0", "1", NASTY) : List.of(),
                "{}")));
    return this;
  }

  private void trial(TrialId id) {
    Configuration configuration = SPACE.at(random.doubles(5).toArray());
    SegmentResult result =
        switch (id.number() % 13) {
          case 5 -> new SegmentResult.Failed(FailureKind.EXCEPTION, "bad " + NASTY, USAGE);
          case 9 -> new SegmentResult.Diverged(2, "loss is NaN", List.of(), USAGE);
          default -> advanced(configuration);
        };
    trial(id, configuration, result);
  }

  private void trial(TrialId id, Configuration configuration, SegmentResult result) {
    apply(new Event.TrialStarted(id, Role.SEARCH, null, 0, configuration, 1, 12, "sampled"));
    apply(
        new Event.SegmentIssued(
            new Segment(id, configuration, 1, 0, 12, 12, null, state.nextToken())));
    t += 3;
    apply(new Event.SegmentEnded(state.nextToken() - 1, result, false));
  }

  private SegmentResult advanced(Configuration configuration) {
    double distance = Math.abs(Math.log10(configuration.real("learningRate")) + 2);
    List<CurvePoint> points = new ArrayList<>();
    for (int epoch = 1; epoch <= 12; epoch++) {
      double metric = 0.985 - 0.03 * distance * distance - 0.4 / (epoch * epoch);
      metric += 0.004 * random.nextGaussian();
      Scores dev = scores(1 - metric, metric);
      Scores train = scores(0.9 - metric, Math.min(1, metric + 0.01));
      points.add(new CurvePoint(epoch, 0.1, train, dev, List.of(), 0.25));
    }
    return completed(points, 12);
  }

  private static SegmentResult completed(List<CurvePoint> points, int epochs) {
    CheckpointRef ref = new CheckpointRef("c", "0".repeat(64), epochs);
    return new SegmentResult.Advanced(
        epochs, SegmentResult.Ending.BUDGET, points, new Checkpoints(ref, ref), USAGE);
  }

  private Scores scores(double loss, double goodness) {
    return objective.metric().isMaximised()
        ? new Scores(loss, goodness)
        : new Scores((1 - goodness) * (1 - goodness), 80_000 * (1 - goodness));
  }

  private void apply(Event event) {
    Stamped entry = new Stamped(Instant.parse("2026-11-22T10:00:00Z"), t, event);
    entries.add(entry);
    state.apply(entry);
  }
}
