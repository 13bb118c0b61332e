package dev.sturgeon.study;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.schedule.Scheduler;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks the scheduler, journals what it decides and makes segments of it. What was decided is acted
 * on only when it is on disk: until then births and ends are kept here.
 */
final class Decisions {
  private final Scheduler scheduler;
  private final Ledger ledger;
  private final StudyState state;
  private final Notes notes;
  private final List<TrialId> born = new ArrayList<>();
  private final List<TrialId> ended = new ArrayList<>();
  private Optional<Scheduler.Step> standstill = Optional.empty();

  /** Tells the scheduler where the study stands. */
  Decisions(Scheduler scheduler, Ledger ledger, Notes notes) {
    this.scheduler = scheduler;
    this.ledger = ledger;
    this.state = ledger.state();
    this.notes = notes;
    state.history().trials().forEach(scheduler::update);
  }

  /**
   * The next segment, journaled, or nothing until a trial changes.
   *
   * @param parallel how many segments may be out at once
   */
  Optional<Segment> next(int parallel) {
    Optional<Scheduler.Step> before = standstill;
    standstill = Optional.empty();
    while (true) {
      Optional<Scheduler.Step> step = scheduler.next(state.history(), parallel);
      if (step.isEmpty()) {
        return Optional.empty();
      }
      if (step.get() instanceof Scheduler.Hold || step.get() instanceof Scheduler.Halt) {
        standstill = step;
        sayOnce(before);
        return Optional.empty();
      }
      Optional<Segment> segment = take(step.get());
      if (segment.isPresent()) {
        return segment;
      }
    }
  }

  /** A pause looks like a study that hangs, unless it is said. */
  private void sayOnce(Optional<Scheduler.Step> before) {
    if (!standstill.equals(before) && standstill.orElseThrow() instanceof Scheduler.Hold hold) {
      notes.say(hold.why());
    }
  }

  /** Whether there is more to do, but not until an order comes; as of the last question. */
  boolean isHeld() {
    return standstill.filter(Scheduler.Hold.class::isInstance).isPresent();
  }

  /** Why only an order can help, which is not waited for; as of the last question. */
  Optional<String> loss() {
    return standstill
        .filter(Scheduler.Halt.class::isInstance)
        .map(Scheduler.Halt.class::cast)
        .map(Scheduler.Halt::why);
  }

  /** As {@link Scheduler#endAgain}. */
  int endAgain(Segment lost) {
    return scheduler.endAgain(state.history(), lost);
  }

  private Optional<Segment> take(Scheduler.Step step) {
    if (step instanceof Scheduler.Start start) {
      return Optional.of(begin(start));
    }
    if (step instanceof Scheduler.Again again) {
      return Optional.of(begin(again));
    }
    if (step instanceof Scheduler.Branch branch) {
      return Optional.of(begin(branch));
    }
    if (step instanceof Scheduler.Continue on) {
      return Optional.of(goOn(on));
    }
    if (step instanceof Scheduler.Change change) {
      nudge(change.trial(), change.nudge());
      changed(change.trial());
    } else if (step instanceof Scheduler.Drop drop) {
      end(drop.trial(), new Event.TrialDropped(drop.trial(), drop.why()));
    } else if (step instanceof Scheduler.Complete complete) {
      end(complete.trial(), new Event.TrialCompleted(complete.trial(), complete.why()));
      notes.say("trial " + complete.trial() + ": " + complete.why());
    }
    return Optional.empty();
  }

  private void end(TrialId id, Event event) {
    ledger.record(event);
    ended.add(id);
    changed(id);
  }

  private void nudge(TrialId id, Nudge nudge) {
    notes.ofNudge(id, nudge);
    ledger.record(new Event.TrialNudged(id, nudge));
  }

  private Segment begin(Scheduler.Start start) {
    TrialId id = new TrialId(state.history().trials().size());
    start.reasons().forEach(notes::ofSearch);
    ledger.record(
        new Event.TrialStarted(
            id,
            Role.SEARCH,
            null,
            0,
            start.configuration(),
            start.seed(),
            start.maxEpochs(),
            start.origin()));
    born.add(id);
    return issue(id, start.toEpoch());
  }

  private Segment begin(Scheduler.Again again) {
    TrialId id = TrialId.repeat(state.history().repeats().size());
    Trial of = state.history().get(again.of());
    ledger.record(
        new Event.TrialStarted(
            id,
            again.role(),
            null,
            0,
            of.configuration(),
            again.seed(),
            of.maxEpochs(),
            again.origin()));
    born.add(id);
    return issue(id, again.toEpoch());
  }

  private Segment begin(Scheduler.Branch branch) {
    TrialId id = new TrialId(state.history().trials().size());
    Trial parent = state.history().get(branch.parent());
    ledger.record(
        new Event.TrialStarted(
            id,
            branch.role(),
            parent.id(),
            branch.epoch(),
            parent.configurationAt(branch.epoch()),
            parent.seed(),
            parent.maxEpochs(),
            "from trial %s at epoch %d".formatted(parent.id(), branch.epoch())));
    born.add(id);
    nudge(id, branch.nudge());
    return issue(id, branch.toEpoch());
  }

  private Segment goOn(Scheduler.Continue step) {
    if (!step.why().isEmpty()) {
      ledger.record(new Event.TrialPromoted(step.trial(), step.why()));
    }
    return issue(step.trial(), step.toEpoch());
  }

  private Segment issue(TrialId id, int toEpoch) {
    Trial trial = state.history().get(id);
    Segment segment =
        new Segment(
            id,
            trial.configuration(),
            trial.seed(),
            trial.epoch(),
            state.suspects().end(id, trial.epoch(), toEpoch),
            trial.maxEpochs(),
            trial.checkpoints(),
            state.nextToken());
    ledger.record(new Event.SegmentIssued(segment));
    changed(id);
    return segment;
  }

  /** Tells the scheduler that a trial has changed. */
  void changed(TrialId id) {
    scheduler.update(state.history().get(id));
  }

  /** The trials born since the last call. */
  List<Trial> takeBorn() {
    return take(born);
  }

  /** The trials that were given up or brought to their end since the last call. */
  List<Trial> takeEnded() {
    return take(ended);
  }

  private List<Trial> take(List<TrialId> ids) {
    List<Trial> taken = ids.stream().map(state.history()::get).toList();
    ids.clear();
    return taken;
  }
}
