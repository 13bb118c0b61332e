package dev.sturgeon.study;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.SegmentResult.Failed;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what the executor tells: journals it, and what follows from it. */
final class Answers {
  private final Ledger ledger;
  private final StudyState state;
  private final Outstanding out;
  private final TrialLimits limits;
  private final StudyListener listener;
  private final Notes notes;
  private final Decisions decisions;
  private final FailurePolicy policy = new FailurePolicy();

  Answers(
      Ledger ledger,
      Outstanding out,
      TrialLimits limits,
      StudyListener listener,
      Notes notes,
      Decisions decisions) {
    this.ledger = ledger;
    this.state = ledger.state();
    this.out = out;
    this.limits = limits;
    this.listener = listener;
    this.notes = notes;
    this.decisions = decisions;
  }

  /** Journals what happened; returns the trials that it changed, in order. */
  List<Trial> take(List<TrialExecutor.Event> events) throws IOException {
    List<Trial> changed = new ArrayList<>();
    for (TrialExecutor.Event event : events) {
      if (event instanceof TrialExecutor.EpochDone epoch) {
        out.progressed(epoch.token(), ledger.seconds());
        out.get(epoch.token()).ifPresent(s -> listener.epochDone(s.trial(), epoch.point()));
      } else if (event instanceof TrialExecutor.Progressed step) {
        out.progressed(step.token(), ledger.seconds());
      } else if (event instanceof TrialExecutor.WorkerLost lost) {
        ledger.record(
            new Event.WorkerLost(lost.worker(), lost.reason(), lost.blameless(), lost.open()));
      } else if (event instanceof TrialExecutor.AnswerDropped dropped) {
        ledger.record(new Event.AnswerDropped(dropped.token()));
      } else if (event instanceof TrialExecutor.Ended ended) {
        end(ended.token(), ended.result()).ifPresent(changed::add);
      }
    }
    return changed;
  }

  /** Journals a result; returns the trial if that changed it. */
  Optional<Trial> end(long token, SegmentResult result) throws IOException {
    boolean alone = out.isAlone(token);
    boolean isToStop = out.isAskedToStop(token);
    Optional<Segment> known = out.remove(token);
    if (known.isEmpty()) {
      ledger.record(new Event.AnswerDropped(token));
      return Optional.empty();
    }
    Segment segment = known.get();
    FailurePolicy.Verdict verdict = policy.on(segment, result, state.suspects(), alone);
    Trial before = state.history().get(segment.trial());
    ledger.record(new Event.SegmentEnded(token, verdict.result(), verdict.again()));
    if (verdict.again()) {
      listener.segmentLost(segment, result instanceof Failed failed ? failed.message() : "");
      refuseUnfit();
      return Optional.empty();
    }
    expire(state.history().get(segment.trial()), isToStop);
    Trial after = state.history().get(segment.trial());
    notes.ofTrial(before, after);
    decisions.changed(after.id());
    return Optional.of(after);
  }

  private void refuseUnfit() throws IOException {
    if (policy.trouble().isPresent()) {
      ledger.flush();
      throw new IOException(policy.trouble().get() + ". The same command goes on");
    }
  }

  /** Ends a trial that has used up its time; whatever else has ended it counts as that. */
  private void expire(Trial trial, boolean isToStop) {
    Duration most = limits.maxDuration();
    if (most != null
        && trial.status() == Trial.Status.PAUSED
        && (isToStop || limits.isUsedUp(trial))) {
      String why = "maxTrialDuration %s s used up".formatted(seconds(most));
      ledger.record(new Event.TrialExpired(trial.id(), why));
    }
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
