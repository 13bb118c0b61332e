package dev.sturgeon.study;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.schedule.Scheduler;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.TrialLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the scheduler what to train next, hands that to the executor, journals the answer, tells the
 * scheduler; until there is no more work or a rule says stop.
 *
 * <p>Every event is on disk before it is acted on: a segment before it is handed out, a result
 * before a checkpoint is deleted that it made useless. What a journal leaves open, be it after a
 * lost worker or a crash, is issued again under a new token; an answer to an old token is dropped.
 * Single-threaded.
 */
public final class StudyLoop {
  private final TrialExecutor executor;
  private final Ledger ledger;
  private final StudyState state;
  private final Limits limits;
  private final StopRules rules;
  private final StudyListener listener;
  private final SlotWatch slots;
  private final CommandWatch commands;
  private final Retention retention;
  private final Notes notes;
  private final Decisions decisions;
  private final Outstanding out = new Outstanding();
  private final Backlog backlog;
  private final Answers answers;
  private final Supervision supervision;
  private final List<Trial> changed = new ArrayList<>();
  private @Nullable TrialId leader;

  /**
   * A loop over a study that has started.
   *
   * @param scheduler decides what to train
   * @param executor trains; not closed here
   * @param ledger the study's journal, with the study's birth in it; not closed here
   * @param rules when to stop early
   * @param trialLimits when to end a single trial
   * @param inbox brings commands from outside
   * @param janitor removes checkpoints
   * @param listener is told what happens
   */
  public StudyLoop(
      Scheduler scheduler,
      TrialExecutor executor,
      Ledger ledger,
      StopRules rules,
      TrialLimits trialLimits,
      Inbox inbox,
      CheckpointJanitor janitor,
      StudyListener listener) {
    this.executor = executor;
    this.ledger = ledger;
    this.state = ledger.state();
    this.limits = rules.limits();
    this.rules = rules;
    this.listener = listener;
    this.slots = new SlotWatch(executor, ledger, listener);
    this.retention = new Retention(janitor, state.history(), scheduler.keepsCheckpoints());
    this.notes = new Notes(ledger, listener);
    this.decisions = new Decisions(scheduler, ledger, notes);
    this.commands = new CommandWatch(inbox, ledger, rules.signal(), scheduler::objection, listener);
    this.backlog = new Backlog(ledger, out, decisions, executor.inDriver());
    this.answers = new Answers(ledger, out, trialLimits, listener, notes, decisions);
    this.supervision = new Supervision(executor, ledger, out, trialLimits, answers);
    this.leader = bestId();
  }

  /**
   * Runs until no segment is left to issue and none is out. That the study has finished is for the
   * caller to journal, when nothing is left to do at all.
   *
   * @throws IOException if the journal cannot be written: nothing goes on without it
   * @throws LostModelException if only an order can help; the study then goes on
   */
  public StudyOutcome run() throws IOException, InterruptedException {
    listener.begins(state.history());
    ledger.record(new Event.LimitsSet(limits, executor.coresPerSlot()));
    begin();
    while (true) {
      commands.look();
      int now = slots.look();
      int parallel = limits.parallel(now);
      int most = limits.parallel(now + executor.ahead());
      Optional<StopRules.Stop> stop = rules.check(state, ledger.seconds());
      if (stop.isPresent()) {
        return stop(stop.get());
      }
      act(next(parallel, most));
      if (most > 0 && out.isEmpty() && !decisions.isHeld() && !commands.lookNow()) {
        return end();
      }
      take(executor.poll(rules.patience(state, ledger.seconds())));
    }
  }

  /** What earlier drivers have left that is guilty is not tried again. */
  private void begin() throws IOException {
    if (executor.inDriver()) {
      ledger.record(new Event.DriverTrains());
    }
    changed.addAll(supervision.endGuilty());
  }

  /**
   * What was lost, at once, to wait for a slot where there is none; then new work, up to the most
   * that may be out. Of these so many run in parallel.
   */
  private List<Segment> next(int parallel, int most) {
    changed.addAll(backlog.withdraw());
    List<Segment> segments = backlog.take(limits.parallel(Integer.MAX_VALUE));
    while (out.size() < most && !backlog.isClosed()) {
      Optional<Segment> segment = decisions.next(parallel);
      if (segment.isEmpty()) {
        break;
      }
      out.add(segment.get());
      segments.add(segment.get());
    }
    return segments;
  }

  /**
   * Puts what has happened and what was decided on disk, at once, and then acts on it: first of all
   * the slots get their work.
   */
  private void act(List<Segment> segments) throws IOException {
    ledger.flush();
    supervision.act();
    segments.forEach(this::submit);
    notes.tell();
    changed.forEach(this::settle);
    changed.clear();
    decisions.takeEnded().forEach(this::settle);
    announceLeader();
    decisions.takeBorn().forEach(listener::trialStarted);
  }

  private void take(List<TrialExecutor.Event> events) throws IOException {
    changed.addAll(answers.take(events));
    changed.addAll(supervision.look());
  }

  private void submit(Segment segment) {
    if (out.isAlone(segment.token())) {
      executor.submitAlone(segment);
    } else {
      executor.submit(segment);
    }
  }

  private void settle(Trial trial) {
    retention.settle(trial, state.history());
    if (trial.status().isOver()) {
      listener.trialEnded(trial);
    } else {
      listener.trialPaused(trial);
    }
  }

  private void announceLeader() {
    state.history().leader().filter(best -> !best.id().equals(leader)).ifPresent(listener::newBest);
    leader = bestId();
  }

  /** Nothing is left to issue, and no order has come that would change that. */
  private StudyOutcome end() throws IOException {
    if (decisions.loss().isPresent()) {
      throw new LostModelException(decisions.loss().get());
    }
    return finish(StopReason.BUDGET, "");
  }

  private StudyOutcome stop(StopRules.Stop stop) throws IOException, InterruptedException {
    ledger.record(new Event.StopRequested(stop.reason(), stop.detail()));
    act(List.of());
    listener.stopping(stop.reason(), stop.detail(), out.size());
    out.tokens().forEach(executor::stop);
    while (!out.isEmpty() && !rules.isUrgent()) {
      take(executor.poll(StopRules.LOOK));
      act(List.of());
      commands.look();
    }
    return finish(stop.reason(), stop.detail());
  }

  /**
   * Ends the loop. What could still go on and will not is dropped when the search is done, and
   * stopped by a limit; in both cases it counts with what it has, and orders that came too late are
   * named. Where somebody asked to stop it may go on later.
   */
  private StudyOutcome finish(StopReason reason, String detail) throws IOException {
    List<Trial> left =
        state
            .history()
            .all()
            .filter(trial -> reason.isFinal() && !trial.status().isOver())
            .toList();
    left.forEach(trial -> ledger.record(ending(reason, trial.id())));
    left.forEach(trial -> changed.add(state.history().get(trial.id())));
    if (reason.isFinal()) {
      if (reason != StopReason.BUDGET) {
        commands.lookNow();
      }
      notes.ofOpenOrders();
    }
    act(List.of());
    return new StudyOutcome(reason, detail, state);
  }

  private static Event ending(StopReason reason, TrialId trial) {
    return reason == StopReason.BUDGET ? new Event.TrialLeft(trial) : new Event.TrialStopped(trial);
  }

  private @Nullable TrialId bestId() {
    return state.history().leader().map(Trial::id).orElse(null);
  }
}
