package dev.sturgeon.journal;

import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * All that follows from a study's events, live or replayed: both go through {@link #apply}.
 *
 * <p>Belongs to one thread.
 */
public final class StudyState {
  private final Drivers drivers = new Drivers();
  private final OpenSegments open = new OpenSegments();
  private final List<End> ends = new ArrayList<>();
  private final Map<String, Scores> baselines = new LinkedHashMap<>();
  private final Remarks remarks = new Remarks();
  private final Confirmations confirmations = new Confirmations();
  private final Retests retests = new Retests();
  private Event.@Nullable StudyStarted started;
  private @Nullable Instant startedAt;
  private @Nullable History history;
  private Event.@Nullable StudyFinished finished;
  private final CoreTime coreTime = new CoreTime();
  private final HeldTime heldTime = new HeldTime();
  private final Suspects suspects = new Suspects();
  private int workersLost;
  private int answersDropped;
  private Limits limits = Limits.none();
  private int slots;
  private int trialsAllowed;
  private double seconds;

  /**
   * When a trial was over.
   *
   * @param t study time in seconds
   * @param trial which one
   */
  public record End(double t, TrialId trial) {}

  /** The state after these events. */
  public static StudyState from(List<Stamped> entries) {
    StudyState state = new StudyState();
    entries.forEach(state::apply);
    return state;
  }

  /** Takes the next event in. */
  public void apply(Stamped entry) {
    seconds = entry.t();
    coreTime.apply(entry);
    heldTime.apply(entry);
    drivers.apply(entry);
    remarks.apply(entry.event());
    confirmations.apply(entry.event());
    retests.apply(entry.event());
    suspects.apply(entry, open.byToken());
    if (entry.event() instanceof Event.PartOpened part) {
      open.partOpened(part.part());
    } else if (entry.event() instanceof Event.StudyStarted study) {
      if (started != null) {
        throw new IllegalStateException("the study has started before");
      }
      started = study;
      startedAt = entry.at();
      history = new History(study.objective());
    } else if (entry.event() instanceof Event.TrialStarted trial) {
      begin(trial);
    } else if (entry.event() instanceof Event.SegmentIssued issued) {
      issue(issued.segment());
    } else if (entry.event() instanceof Event.SegmentEnded ended) {
      end(ended);
    } else if (entry.event() instanceof Event.TrialStopped stopped) {
      open.close(stopped.trial());
      put(history().get(stopped.trial()).stopped());
    } else if (entry.event() instanceof Event.TrialExpired expired) {
      open.close(expired.trial());
      put(history().get(expired.trial()).stopped(expired.why()));
    } else if (entry.event() instanceof Event.WorkerLost) {
      workersLost++;
    } else if (entry.event() instanceof Event.AnswerDropped) {
      answersDropped++;
    } else if (entry.event() instanceof Event.TrialReopened reopened) {
      reopen(reopened.trial());
    } else if (entry.event() instanceof Event.TrialDropped dropped) {
      put(history().get(dropped.trial()).dropped());
    } else if (entry.event() instanceof Event.TrialNudged nudged) {
      put(history().get(nudged.trial()).nudged(nudged.nudge()));
    } else if (entry.event() instanceof Event.TrialCompleted completed) {
      put(history().get(completed.trial()).completed());
    } else if (entry.event() instanceof Event.CommandReceived received
        && received.command() instanceof Command.Nudge nudge) {
      history().take(nudge.order(history().orders().size() + 1));
    } else if (entry.event() instanceof Event.TrialLeft left) {
      put(history().get(left.trial()).dropped());
    } else if (entry.event() instanceof Event.SlotsChanged changed) {
      slots = changed.slots();
    } else if (entry.event() instanceof Event.TrialsAllowed allowed) {
      trialsAllowed = allowed.trials();
    } else if (entry.event() instanceof Event.LimitsSet set) {
      limits = set.limits();
    } else if (entry.event() instanceof Event.BaselineMeasured baseline) {
      baselines.put(baseline.name(), baseline.scores());
    } else if (entry.event() instanceof Event.ConfirmationStarted) {
      finished = null;
    } else if (entry.event() instanceof Event.StudyFinished end) {
      finished = end;
    }
  }

  private void begin(Event.TrialStarted trial) {
    finished = null;
    TrialId parent = trial.parent();
    Trial born =
        Trial.born(
            trial.trial(),
            trial.role(),
            parent,
            trial.configuration(),
            trial.seed(),
            trial.maxEpochs());
    put(
        parent == null
            ? born
            : history()
                .get(parent)
                .branch(trial.trial(), trial.role(), trial.configuration(), trial.fromEpoch()));
  }

  private void issue(Segment segment) {
    finished = null;
    open.issue(segment);
    put(history().get(segment.trial()).running());
  }

  private void end(Event.SegmentEnded ended) {
    Optional<Segment> segment = segment(ended.token());
    if (segment.isPresent() && !ended.again()) {
      TrialId trial = segment.get().trial();
      open.close(trial);
      put(history().get(trial).after(ended.result()));
    }
  }

  private void reopen(TrialId trial) {
    finished = null;
    ends.removeIf(end -> end.trial().equals(trial));
    put(history().get(trial).reopened());
  }

  private void put(Trial trial) {
    history().put(trial);
    if (trial.status().isOver()) {
      ends.add(new End(seconds, trial.id()));
    }
  }

  /** The headers of all parts, in order. */
  public List<Event.PartOpened> parts() {
    return drivers.parts();
  }

  /** The study's birth; empty before it. */
  public Optional<Event.StudyStarted> started() {
    return Optional.ofNullable(started);
  }

  /** Wall-clock time of the study's birth; empty before it. */
  public Optional<Instant> startedAt() {
    return Optional.ofNullable(startedAt);
  }

  /**
   * All trials; a live view.
   *
   * @throws IllegalStateException before the study's birth
   */
  public History history() {
    if (history == null) {
      throw new IllegalStateException("the journal does not say that the study has started");
    }
    return history;
  }

  /** Segments issued and still without an answer that counts, by trial; a live view. */
  public SortedMap<TrialId, Segment> open() {
    return open.byTrial();
  }

  /** The open segment of this token; empty if another took its place. */
  public Optional<Segment> segment(long token) {
    return open.of(token);
  }

  /** Trials that are over, in the order in which they ended; a live view. */
  public List<End> ends() {
    return Collections.unmodifiableList(ends);
  }

  /** Dev scores of what the study is compared with, by name, in the order measured. */
  public Map<String, Scores> baselines() {
    return Collections.unmodifiableMap(baselines);
  }

  /** The confirmation of the search as it stands; empty where it has gone on since, or none is. */
  public Optional<Confirmed> confirmation() {
    return confirmations.last();
  }

  /** What the test part has said, the one time it was used; empty before. */
  public Optional<Event.TestMeasured> test() {
    return confirmations.test();
  }

  /** Of which study this one re-tests the winner, and how; empty where it is none. */
  public Optional<Event.RetestStarted> retest() {
    return retests.started();
  }

  /** What has come of the re-test; empty before. */
  public Optional<Event.RetestEnded> retested() {
    return retests.ended();
  }

  /** What bounds the study, as last set. */
  public Limits limits() {
    return limits;
  }

  /** How many segments can be carried out at once, as last noted. */
  public int slots() {
    return slots;
  }

  /** How many trials the study may begin, as last noted; 0 where it is not. */
  public int trialsAllowed() {
    return trialsAllowed;
  }

  /** Whether the file of this name in the inbox was received or refused. */
  public boolean hasHandled(String command) {
    return drivers.hasHandled(command);
  }

  /** Why the file of this name in the inbox was refused; empty where it was not. */
  public Optional<String> refusal(String command) {
    return drivers.refusal(command);
  }

  /** What the last driver was asked to stop for; empty where it was not. */
  public Optional<Event.StopRequested> stop() {
    return drivers.stop();
  }

  /** How the last driver ended; empty while it is at work, or where it could not say. */
  public Optional<Event.DriverEnded> driverEnd() {
    return drivers.end();
  }

  /** Wall-clock time at which the last driver began; 1970 before the first. */
  public Instant driverSince() {
    return drivers.since();
  }

  /** Wall-clock time of the last event, by the driver's clock; 1970 where there is none. */
  public Instant lastSign() {
    return drivers.lastSign();
  }

  /** What the search has said of itself, a sentence each, in order; a live view. */
  public List<String> searchNotes() {
    return remarks.ofSearch();
  }

  /** What was noted about trials, in order; a live view. */
  public List<Event.TrialNoted> trialNotes() {
    return remarks.ofTrials();
  }

  /** By which rule a trial with a parent was given up or ended early; empty where it was not. */
  public String ending(TrialId trial) {
    return remarks.ending(trial);
  }

  /** Where a trial's configuration comes from. */
  public String origin(TrialId trial) {
    return remarks.origin(trial);
  }

  /** Study time at the last event, in seconds. */
  public double seconds() {
    return seconds;
  }

  /**
   * What segments have taken of the cluster's cores, in core-hours.
   *
   * @param now study time in seconds, until which running ones count
   */
  public double coreHours(double now) {
    return coreTime.until(now) / 3600;
  }

  /**
   * What the study has held of the cluster while it searched, in core-seconds: its slots, idle ones
   * too, times their cores.
   *
   * @param now study time in seconds, until which what is held now counts
   */
  public double heldCoreSeconds(double now) {
    return heldTime.until(now);
  }

  /** How many cores it holds, as last noted. */
  public double heldCores() {
    return heldTime.cores();
  }

  /** For how many seconds it has held them, its drivers' endings not counted. */
  public double heldSeconds() {
    return heldTime.seconds();
  }

  /** How many cores a segment takes, as last noted. */
  public int coresPerSlot() {
    return coreTime.coresPerSlot();
  }

  /** Which trials may have killed an executor; a live view. */
  public Suspects suspects() {
    return suspects;
  }

  /** How many executors died with segments on them. */
  public int workersLost() {
    return workersLost;
  }

  /** How many answers came that no segment waited for any more. */
  public int answersDropped() {
    return answersDropped;
  }

  /** A token that no segment has had. */
  public long nextToken() {
    return open.nextToken();
  }

  /** How the study ended, unless work was taken up again since; empty while it has not. */
  public Optional<Event.StudyFinished> finished() {
    return Optional.ofNullable(finished);
  }
}
