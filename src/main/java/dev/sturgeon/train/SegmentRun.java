package dev.sturgeon.train;

import dev.sturgeon.data.TrainingData;
import dev.sturgeon.data.TrainingData.Part;
import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.LayerNorms;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.SegmentResult.Advanced;
import dev.sturgeon.trial.SegmentResult.Diverged;
import dev.sturgeon.trial.SegmentResult.Ending;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One segment being carried out. Belongs to one thread and runs once. */
final class SegmentRun {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentRun.class);

  /**
   * A layer's gradient norm, mean over a mini-batch, that no training comes back from. Weights that
   * are drawn far too large begin at a million, and some optimisers still bring them down.
   */
  private static final double EXPLODED = 1e9;

  private final Trainer trainer;
  private final TrainingData data;
  private final Objective objective;
  private final CheckpointStore store;
  private final Segment segment;
  private final Stopwatch watch;
  private final TrainingSettings settings;
  private final LearningRateSchedule schedule;
  private final List<CurvePoint> points = new ArrayList<>();
  private final EpochReporter reporter;
  private EarlyStopping stopping = EarlyStopping.NONE;

  /** What this run went on from; null at a trial's birth. */
  private @Nullable CheckpointRef origin;

  /** The best epoch's state, if this run trained that epoch; kept under early stopping only. */
  private @Nullable TrainingState best;

  SegmentRun(
      Trainer trainer,
      TrainingData data,
      Objective objective,
      CheckpointStore store,
      Segment segment,
      Stopwatch watch,
      EpochReporter reporter) {
    this.trainer = trainer;
    this.data = data;
    this.objective = objective;
    this.store = store;
    this.segment = segment;
    this.watch = watch;
    this.reporter = reporter;
    this.settings = TrainingSettings.of(segment.configuration());
    this.schedule = LearningRateSchedule.of(settings, segment.maxEpochs());
  }

  /** Trains epoch after epoch until the segment's end, a verdict, lost patience or divergence. */
  SegmentResult run() throws IOException {
    TrainingState state = resume();
    int epoch = state == null ? 0 : state.epoch();
    try (TrainingSession session = trainer.open(segment.configuration(), segment.seed(), state)) {
      while (epoch < segment.fromEpoch()) {
        epoch++;
        remember(session, train(session, epoch));
      }
      while (true) {
        epoch++;
        CurvePoint point = train(session, epoch);
        points.add(point);
        remember(session, point);
        Ending ending = ending(epoch, reporter.report(segment, point));
        if (ending != Ending.OPEN || epoch == segment.toEpoch()) {
          return new Advanced(epoch, ending, points, save(session), watch.usage());
        }
      }
    } catch (DivergedException e) {
      return new Diverged(epoch, String.valueOf(e.getMessage()), points, watch.usage());
    }
  }

  /**
   * The state to go on from: the latest, or the one before it should that be damaged or missing.
   * Epochs that the trial has behind it are then trained once more, to the same end, and not told
   * again.
   */
  private @Nullable TrainingState resume() throws IOException {
    Checkpoints onDisk = segment.checkpoints();
    if (onDisk == null) {
      return null;
    }
    try {
      return resume(onDisk.latest(), segment.fromEpoch());
    } catch (DamagedCheckpointException | NoSuchFileException e) {
      CheckpointRef previous = onDisk.previous();
      if (previous == null) {
        throw e;
      }
      LOG.warn(
          "trial {} goes on from epoch {}: {}", segment.trial(), previous.epoch(), e.toString());
      return resume(previous, previous.epoch());
    }
  }

  private TrainingState resume(CheckpointRef from, int epoch) throws IOException {
    Checkpoint checkpoint = store.read(from);
    if (checkpoint.state().epoch() != epoch) {
      throw new IOException(
          "%s holds epoch %d, not %d".formatted(from.path(), checkpoint.state().epoch(), epoch));
    }
    stopping = checkpoint.stopping();
    origin = from;
    return checkpoint.state();
  }

  private CurvePoint train(TrainingSession session, int epoch) throws DivergedException {
    long start = System.nanoTime();
    double rate = schedule.rate(epoch);
    List<LayerNorms> norms = session.trainEpoch(epoch, rate, this::step);
    refuseExploding(norms, epoch);
    Scores train = score(session, Part.PROBE, "train");
    step();
    Scores dev = score(session, Part.DEV, "dev");
    step();
    return new CurvePoint(epoch, rate, train, dev, norms, (System.nanoTime() - start) / 1e9);
  }

  private void step() {
    reporter.step(segment);
  }

  /** A loss may stay finite for long where the gradients do not lead anywhere any more. */
  private void refuseExploding(List<LayerNorms> norms, int epoch) throws DivergedException {
    for (LayerNorms layer : norms) {
      boolean bounded = settings.gradientClip() > 0 && Double.isFinite(layer.gradient());
      if (!bounded && !(layer.gradient() <= EXPLODED)) {
        throw new DivergedException(
            "the gradient of layer %s has norm %.3g in epoch %d"
                .formatted(layer.layer(), layer.gradient(), epoch));
      }
    }
  }

  private Scores score(TrainingSession session, Part part, String name) throws DivergedException {
    Scores scores =
        Evaluation.of(session.outputs(part), data.part(part).targets()).scores(objective.metric());
    if (!scores.isFinite()) {
      throw new DivergedException(
          "%s loss %s and %s %s are not both finite"
              .formatted(name, scores.loss(), objective.metric().label(), scores.metric()));
    }
    return scores;
  }

  private void remember(TrainingSession session, CurvePoint point) {
    stopping = stopping.after(point.epoch(), point.dev(), objective, settings.earlyStopping());
    if (settings.earlyStopping() > 0 && stopping.bestEpoch() == point.epoch()) {
      best = session.state();
    }
  }

  private Ending ending(int epoch, EpochReporter.Verdict verdict) {
    if (epoch == segment.maxEpochs()) {
      return Ending.BUDGET;
    }
    if (stopping.isOver(epoch, settings.earlyStopping())) {
      return Ending.EARLY;
    }
    return verdict == EpochReporter.Verdict.STOP ? Ending.STOPPED : Ending.OPEN;
  }

  private Checkpoints save(TrainingSession session) throws IOException {
    CheckpointRef latest = write(session.state());
    if (stopping.bestEpoch() == latest.epoch()) {
      return new Checkpoints(latest, latest, origin);
    }
    if (best != null) {
      return new Checkpoints(latest, write(best), origin);
    }
    if (segment.checkpoints() == null) {
      throw new IllegalStateException("a best epoch before the first one");
    }
    return new Checkpoints(latest, segment.checkpoints().best(), origin);
  }

  private CheckpointRef write(TrainingState state) throws IOException {
    return store.write(new Checkpoint(segment.trial(), state, stopping), segment.token());
  }
}
