package dev.sturgeon.study;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.schedule.Scheduler;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks the scheduler, journals what it decides and makes segments of it. What was decided is acted
 * on only when it is on disk: until then births and drops are kept here.
 */
final class Decisions {
  private final Scheduler scheduler;
  private final Ledger ledger;
  private final StudyState state;
  private final Notes notes;
  private final List<TrialId> born = new ArrayList<>();
  private final List<TrialId> dropped = new ArrayList<>();

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
    Optional<Scheduler.Step> step = scheduler.next(state.history(), parallel);
    while (step.isPresent() && step.get() instanceof Scheduler.Drop drop) {
      ledger.record(new Event.TrialDropped(drop.trial(), drop.why()));
      dropped.add(drop.trial());
      changed(drop.trial());
      step = scheduler.next(state.history(), parallel);
    }
    return step.map(this::segment);
  }

  private Segment segment(Scheduler.Step step) {
    return step instanceof Scheduler.Start start ? begin(start) : goOn((Scheduler.Continue) step);
  }

  private Segment begin(Scheduler.Start start) {
    TrialId id = new TrialId(state.history().trials().size());
    start.reasons().forEach(notes::ofSearch);
    ledger.record(
        new Event.TrialStarted(
            id,
            Role.SEARCH,
            null,
            start.configuration(),
            start.seed(),
            start.maxEpochs(),
            start.origin()));
    born.add(id);
    return issue(id, start.toEpoch());
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
            toEpoch,
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

  /** The trials given up since the last call. */
  List<Trial> takeDropped() {
    return take(dropped);
  }

  private List<Trial> take(List<TrialId> ids) {
    List<Trial> taken = ids.stream().map(state.history()::get).toList();
    ids.clear();
    return taken;
  }
}
