package dev.sturgeon.study;

import dev.sturgeon.journal.Confirmed;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.schedule.Confirming;
import dev.sturgeon.schedule.Scheduler;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a study's journal through fresh schedulers and looks whether every decision comes out the
 * same.
 *
 * <p>Slots, limits and results are taken as recorded; births, promotions and drops are asked for
 * again. As with the drivers of the study, each part of the journal has a scheduler that knows
 * nothing but what the trials are then; so has what follows where more trials are allowed. Belongs
 * to one thread.
 */
public final class Replay {
  private final IntFunction<Scheduler> schedulers;
  private final Witness witness;
  private final StudyState state = new StudyState();
  private @Nullable Scheduler scheduler;
  private String why = "";
  private OptionalInt firstEnd = OptionalInt.empty();
  private int decisions;
  private Optional<Difference> difference = Optional.empty();

  /** Is told of every event, once it is taken in. */
  public interface Witness {

    /**
     * Sees the study as it was then.
     *
     * @param replay to be asked where a trial stood
     */
    void sees(Stamped entry, StudyState state, Replay replay);
  }

  /**
   * A decision that comes out another way.
   *
   * @param t study time in seconds
   * @param recorded what the journal says
   * @param now what comes out now
   */
  public record Difference(double t, String recorded, String now) {}

  /**
   * What came of a replay.
   *
   * @param decisions how many decisions came out the same, up to the first that did not
   * @param difference that one; empty where all did
   */
  public record Outcome(int decisions, Optional<Difference> difference) {}

  /**
   * A replay.
   *
   * @param schedulers makes one that knows nothing yet, given how many trials it may begin; 0 where
   *     the journal does not say
   */
  public Replay(IntFunction<Scheduler> schedulers, Witness witness) {
    this.schedulers = schedulers;
    this.witness = witness;
  }

  /** Replays a journal from its first event. */
  public Outcome run(List<Stamped> entries) {
    for (Stamped entry : entries) {
      if (difference.isEmpty()) {
        compare(entry);
      }
      take(entry);
    }
    return new Outcome(decisions, difference);
  }

  /** Shows the witness a journal from its first event, and asks for no decision. */
  public void show(List<Stamped> entries) {
    entries.forEach(this::take);
  }

  private void take(Stamped entry) {
    List<TrialId> touched = touched(entry.event());
    state.apply(entry);
    follow(entry.event(), touched);
    witness.sees(entry, state, this);
  }

  private void compare(Stamped entry) {
    if (entry.event() instanceof Event.TrialStarted started) {
      Optional<Scheduler.Step> step = ask();
      check(entry, Wording.begin(started), text(step));
      firstEnd = firstEnd(step);
    } else if (entry.event() instanceof Event.TrialNudged nudged && firstEnd.isEmpty()) {
      check(entry, Wording.nudge(nudged.trial(), nudged.nudge()), text(ask()));
    } else if (entry.event() instanceof Event.TrialDropped dropped) {
      check(entry, Wording.drop(dropped.trial(), dropped.why()), text(ask()));
    } else if (entry.event() instanceof Event.TrialCompleted completed) {
      check(entry, Wording.complete(completed.trial(), completed.why()), text(ask()));
    } else if (entry.event() instanceof Event.ConfirmationStarted started) {
      List<TrialId> chosen =
          Confirmations.candidates(state, started.standardError(), started.most());
      check(entry, Wording.confirm(started.plan().candidates()), Wording.confirm(chosen));
    } else if (entry.event() instanceof Event.ConfirmationEnded ended) {
      check(entry, Wording.judge(ended), Wording.judge(Confirmations.end(state)));
    } else if (entry.event() instanceof Event.RetestEnded ended) {
      check(entry, Wording.judge(ended), Wording.judge(Retests.end(state)));
    } else if (entry.event() instanceof Event.SegmentIssued issued && !isAgain(issued)) {
      compare(entry, issued.segment());
    }
  }

  private static OptionalInt firstEnd(Optional<Scheduler.Step> step) {
    if (step.isPresent() && step.get() instanceof Scheduler.Start start) {
      return OptionalInt.of(start.toEpoch());
    }
    if (step.isPresent() && step.get() instanceof Scheduler.Again again) {
      return OptionalInt.of(again.toEpoch());
    }
    return step.isPresent() && step.get() instanceof Scheduler.Branch branch
        ? OptionalInt.of(branch.toEpoch())
        : OptionalInt.empty();
  }

  private void compare(Stamped entry, Segment segment) {
    String recorded = Wording.goOn(segment.trial(), segment.toEpoch(), why);
    if (firstEnd.isEmpty()) {
      check(entry, recorded, text(ask().map(step -> carefully(step, segment.fromEpoch()))));
    } else if (firstEnd.getAsInt() != segment.toEpoch()) {
      check(entry, recorded, Wording.goOn(segment.trial(), firstEnd.getAsInt(), why));
    }
    firstEnd = OptionalInt.empty();
    why = "";
  }

  /** How far a step that was decided is taken at once. */
  private Scheduler.Step carefully(Scheduler.Step step, int fromEpoch) {
    if (!(step instanceof Scheduler.Continue on)) {
      return step;
    }
    int end = state.suspects().end(on.trial(), fromEpoch, on.toEpoch());
    return new Scheduler.Continue(on.trial(), end, on.why());
  }

  /** A segment that was lost and is issued once more: no decision of the scheduler's. */
  private boolean isAgain(Event.SegmentIssued issued) {
    return state.open().containsKey(issued.segment().trial());
  }

  private Optional<Scheduler.Step> ask() {
    return scheduler().next(state.history(), parallel());
  }

  /** Where a trial stood, in a sentence; empty where there is no more to say. */
  public String standing(TrialId trial) {
    return scheduler().standing(state.history().get(trial), parallel());
  }

  private int parallel() {
    return state.limits().parallel(state.slots());
  }

  private Scheduler scheduler() {
    Scheduler known = scheduler;
    if (known == null) {
      known = confirming().orElseGet(() -> schedulers.apply(state.trialsAllowed()));
      state.history().trials().forEach(known::update);
      scheduler = known;
    }
    return known;
  }

  private Optional<Scheduler> confirming() {
    return state
        .confirmation()
        .filter(Confirmed::isOpen)
        .map(open -> new Confirming(open.started().plan(), state.started().orElseThrow().seed()));
  }

  private void check(Stamped entry, String recorded, String now) {
    if (recorded.equals(now)) {
      decisions++;
    } else {
      difference = Optional.of(new Difference(entry.t(), recorded, now));
    }
  }

  /** The trial that an event changes; a birth is told of with its first segment. */
  private List<TrialId> touched(Event event) {
    if (event instanceof Event.SegmentIssued issued) {
      return List.of(issued.segment().trial());
    }
    if (event instanceof Event.TrialDropped dropped) {
      return List.of(dropped.trial());
    }
    if (event instanceof Event.TrialNudged nudged) {
      return List.of(nudged.trial());
    }
    if (event instanceof Event.TrialCompleted completed) {
      return List.of(completed.trial());
    }
    if (event instanceof Event.TrialStopped stopped) {
      return List.of(stopped.trial());
    }
    if (event instanceof Event.TrialExpired expired) {
      return List.of(expired.trial());
    }
    if (event instanceof Event.TrialReopened reopened) {
      return List.of(reopened.trial());
    }
    if (event instanceof Event.TrialLeft left) {
      return List.of(left.trial());
    }
    return event instanceof Event.SegmentEnded ended && !ended.again()
        ? state.segment(ended.token()).map(Segment::trial).stream().toList()
        : List.of();
  }

  private void follow(Event event, List<TrialId> touched) {
    Scheduler known = scheduler;
    if (known != null) {
      touched.forEach(id -> known.update(state.history().get(id)));
    }
    if (event instanceof Event.PartOpened
        || event instanceof Event.ConfirmationStarted
        || event instanceof Event.TrialsAllowed) {
      scheduler = null;
      firstEnd = OptionalInt.empty();
      why = "";
    } else if (event instanceof Event.TrialPromoted promoted) {
      why = promoted.why();
    }
  }

  private String text(Optional<Scheduler.Step> step) {
    return Wording.text(step, state::history);
  }
}
