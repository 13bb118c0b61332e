package dev.sturgeon.study;

import dev.sturgeon.journal.Event;
import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.List;

/** Sentences for people: journaled when they come up, told once they are on disk. */
final class Notes {
  private final Ledger ledger;
  private final StudyListener listener;
  private final List<String> untold = new ArrayList<>();

  Notes(Ledger ledger, StudyListener listener) {
    this.ledger = ledger;
    this.listener = listener;
  }

  /** The search has decided something. */
  void ofSearch(String text) {
    ledger.record(new Event.SearchNoted(text));
    untold.add(text);
  }

  /** Nothing trains any more: which orders no trial has come to obey. */
  void ofOpenOrders() {
    ledger.state().history().openOrders().stream()
        .filter(order -> order.kind() != Order.Kind.PAUSE)
        .map(
            order ->
                "%s asked for %s: not obeyed, since no segment followed"
                    .formatted(order.by(), order.text()))
        .filter(text -> !ledger.state().searchNotes().contains(text))
        .toList()
        .forEach(this::ofSearch);
  }

  /** A trial is nudged; the event itself says so in the journal. */
  void ofNudge(TrialId trial, Nudge nudge) {
    untold.add("trial " + trial + ": " + nudge.text());
  }

  /** Something that an event says already. */
  void say(String text) {
    untold.add(text);
  }

  /** A trial has changed: what its new epochs show for the first time is noted. */
  void ofTrial(Trial before, Trial after) {
    for (GradientHealth.Finding finding : GradientHealth.firstSeen(before, after)) {
      note(after, finding.epoch(), finding.text());
    }
    Checkpoints now = after.checkpoints();
    CheckpointRef origin = now == null ? null : now.previous();
    if (origin != null && origin.epoch() < before.epoch()) {
      note(
          after,
          before.epoch(),
          "its checkpoint was damaged or missing: trained again from epoch " + origin.epoch());
    }
  }

  private void note(Trial trial, int epoch, String text) {
    ledger.record(new Event.TrialNoted(trial.id(), epoch, text));
    untold.add("trial " + trial.id() + ": " + text);
  }

  /** Tells what is on disk now. */
  void tell() {
    untold.forEach(listener::note);
    untold.clear();
  }
}
