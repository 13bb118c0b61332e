package dev.sturgeon.trial;

import dev.sturgeon.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one trial.
 *
 * @param id its number
 * @param role why it exists
 * @param parent the trial whose checkpoint it started from; null for none
 * @param configuration its hyperparameters
 * @param seed where all its randomness comes from
 * @param maxEpochs its whole budget
 * @param status where it stands
 * @param curve its learning curve, one point an epoch, in order
 * @param checkpoints what it has on disk; null before its first segment ended
 * @param value dev scores of the network it would save; null before its first epoch and for ever if
 *     it diverged or failed
 * @param message what went wrong, or why it was stopped; or empty
 * @param failure what kind of thing went wrong; null unless it {@link Status#FAILED}
 * @param past how it came where it is
 */
public record Trial(
    TrialId id,
    Role role,
    @Nullable TrialId parent,
    Configuration configuration,
    long seed,
    int maxEpochs,
    Status status,
    List<CurvePoint> curve,
    @Nullable Checkpoints checkpoints,
    @Nullable Scores value,
    String message,
    @Nullable FailureKind failure,
    Past past) {

  /** Where a trial stands. */
  public enum Status {
    /** A segment of it is out. */
    RUNNING,
    /** It may go on, but nothing of it is out. */
    PAUSED,
    /** It used its budget or was stopped early by its own patience. */
    COMPLETED,
    /** It was stopped from outside before its budget was used. */
    STOPPED,
    /** The search gave it up before its budget was used: others do better. */
    DROPPED,
    /** Its loss or parameters became non-finite. */
    DIVERGED,
    /** It threw, or could not be carried out. */
    FAILED;

    /** Whether nothing more will happen to the trial. */
    public boolean isOver() {
      return this != RUNNING && this != PAUSED;
    }
  }

  /** Copies the curve. */
  public Trial {
    curve = List.copyOf(curve);
  }

  /** A trial at its birth. */
  public static Trial born(
      TrialId id,
      Role role,
      @Nullable TrialId parent,
      Configuration configuration,
      long seed,
      int maxEpochs) {
    return new Trial(
        id,
        role,
        parent,
        configuration,
        seed,
        maxEpochs,
        Status.PAUSED,
        List.of(),
        null,
        null,
        "",
        null,
        Past.NONE);
  }

  /**
   * A trial at its birth that goes on from this one's checkpoint after so many epochs, with its
   * learning curve up to there; from epoch 0 it begins anew.
   *
   * @throws IllegalArgumentException if this trial has no checkpoint of that epoch
   */
  public Trial branch(TrialId child, Role as, Configuration with, int epoch) {
    Optional<Checkpoints> from = checkpointOf(epoch);
    List<CurvePoint> known = curve.stream().filter(point -> point.epoch() <= epoch).toList();
    Scores worth = from.flatMap(saved -> devAt(known, saved.best().epoch())).orElse(null);
    return new Trial(
        child,
        as,
        id,
        with,
        seed,
        maxEpochs,
        Status.PAUSED,
        known,
        from.map(Checkpoints::withoutPrevious).orElse(null),
        worth,
        "",
        null,
        past.until(epoch));
  }

  /**
   * What it had on disk after so many epochs; empty at epoch 0, where it begins anew.
   *
   * @throws IllegalArgumentException if it has no checkpoint of that epoch
   */
  public Optional<Checkpoints> checkpointOf(int epoch) {
    Optional<Checkpoints> known = past.at(epoch);
    if (epoch != 0 && known.isEmpty()) {
      throw new IllegalArgumentException("trial " + id + " has no checkpoint of epoch " + epoch);
    }
    return known;
  }

  /**
   * Whether it has no value and its configuration is to blame: its training diverged, threw, ran
   * out of memory or of time. Not where the cluster failed it.
   */
  public boolean hasFailedItself() {
    boolean ranOutOfTime = hasExpired() && value == null;
    boolean failedItself = failure != null && failure.isTrials();
    return status == Status.DIVERGED || failedItself || ranOutOfTime;
  }

  /** Whether a limit of its own has stopped it. */
  boolean hasExpired() {
    return status == Status.STOPPED && !message.isEmpty();
  }

  /** Epochs trained so far, as far as segments have ended. */
  public int epoch() {
    return curve.isEmpty() ? 0 : curve.get(curve.size() - 1).epoch();
  }

  /** Dev scores of the network it would save. */
  public Optional<Scores> scores() {
    return Optional.ofNullable(value);
  }

  /**
   * Dev scores after so many epochs; empty where it has not trained as long. From its end on, a
   * completed trial is worth what the network is that it saved.
   */
  public Optional<Scores> scoresAt(int epoch) {
    if (status == Status.COMPLETED && epoch >= epoch()) {
      return scores();
    }
    if (epoch > epoch()) {
      return Optional.empty();
    }
    return devAt(curve, epoch);
  }

  /** The trial with a segment out. */
  public Trial running() {
    return with(Status.RUNNING, curve, checkpoints, value, message, past);
  }

  /** The trial once it is settled that it gets no further segment, its budget unused. */
  public Trial stopped() {
    return with(Status.STOPPED, curve, checkpoints, value, message, past);
  }

  /** The same where a limit of the trial's own is the reason. */
  public Trial stopped(String why) {
    return with(Status.STOPPED, curve, checkpoints, value, why, past);
  }

  /** The trial once it is settled that further training would not help it. */
  public Trial completed() {
    return with(Status.COMPLETED, curve, checkpoints, value, message, past);
  }

  /** How it stands, in a word or, where it failed, a few. */
  public String standing() {
    String word = status.name().toLowerCase(Locale.ROOT);
    return failure == null ? word : word + " (" + failure.text() + ")";
  }

  /**
   * Its hyperparameters as they were after so many epochs: what was changed there is changed, what
   * was changed later is not.
   */
  public Configuration configurationAt(int epoch) {
    return past.undone(configuration, epoch);
  }

  /** The hyperparameters that the network it would save was last trained with. */
  public Configuration savedConfiguration() {
    return configurationAt(saved() - 1);
  }

  /** What was changed while the network trained that it would save, in order. */
  public List<Nudge> savedNudges() {
    return past.nudges().stream().filter(nudge -> nudge.epoch() < saved()).toList();
  }

  /** Epochs of the network that it would save; of one that has none, more than there are. */
  private int saved() {
    return checkpoints == null ? Integer.MAX_VALUE : checkpoints.best().epoch();
  }

  /** Seconds of training so far, as far as segments have ended: the sum of its epochs. */
  public double seconds() {
    return curve.stream().mapToDouble(CurvePoint::seconds).sum();
  }

  /** The trial once it may go on again, after it was stopped or a segment was taken back. */
  public Trial reopened() {
    return with(Status.PAUSED, curve, checkpoints, value, message, past);
  }

  /** The trial once the search has given it up; what it has on disk is no longer needed. */
  public Trial dropped() {
    return with(Status.DROPPED, curve, checkpoints, value, message, past.unsaved());
  }

  /** The trial with some of its hyperparameters changed from here on. */
  public Trial nudged(Nudge nudge) {
    return new Trial(
        id,
        role,
        parent,
        configuration.with(nudge.values()),
        seed,
        maxEpochs,
        status,
        curve,
        checkpoints == null ? null : checkpoints.withoutPrevious(),
        value,
        message,
        failure,
        past.nudged(nudge));
  }

  /** The trial after a segment of it ended. */
  public Trial after(SegmentResult result) {
    if (result instanceof SegmentResult.Advanced advanced) {
      return advanced(advanced);
    }
    if (result instanceof SegmentResult.Diverged diverged) {
      return with(
          Status.DIVERGED, extended(diverged.points()), null, null, diverged.message(), past);
    }
    SegmentResult.Failed failed = (SegmentResult.Failed) result;
    return failed.kind() == FailureKind.NOT_BEGUN ? reopened() : failed(failed);
  }

  private Trial failed(SegmentResult.Failed failed) {
    return new Trial(
        id,
        role,
        parent,
        configuration,
        seed,
        maxEpochs,
        Status.FAILED,
        curve,
        null,
        null,
        failed.message(),
        failed.kind(),
        past);
  }

  private Trial advanced(SegmentResult.Advanced advanced) {
    Status next =
        switch (advanced.ended()) {
          case OPEN, STOPPED -> Status.PAUSED;
          case BUDGET, EARLY -> Status.COMPLETED;
        };
    List<CurvePoint> longer = extended(advanced.points());
    int saved = advanced.checkpoints().best().epoch();
    Scores worth = devAt(longer, saved).orElse(value);
    Checkpoints onDisk = advanced.checkpoints();
    return with(next, longer, onDisk, worth, message, past.saved(onDisk));
  }

  private static Optional<Scores> devAt(List<CurvePoint> points, int epoch) {
    int place = points.isEmpty() ? -1 : epoch - points.get(0).epoch();
    return place < 0 || place >= points.size()
        ? Optional.empty()
        : Optional.of(points.get(place).dev());
  }

  private List<CurvePoint> extended(List<CurvePoint> points) {
    List<CurvePoint> longer = new ArrayList<>(curve);
    longer.addAll(points);
    return longer;
  }

  private Trial with(
      Status next,
      List<CurvePoint> longer,
      @Nullable Checkpoints onDisk,
      @Nullable Scores worth,
      String said,
      Past passed) {
    return new Trial(
        id,
        role,
        parent,
        configuration,
        seed,
        maxEpochs,
        next,
        longer,
        onDisk,
        worth,
        said,
        null,
        passed);
  }
}
