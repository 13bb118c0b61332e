package dev.sturgeon.study;

import dev.sturgeon.journal.Event;

/** Journals how many slots there are, and complains while there are none. */
final class SlotWatch {
  private static final double PATIENCE = 30;

  private final TrialExecutor executor;
  private final Ledger ledger;
  private final StudyListener listener;
  private int slots = -1;
  private double emptySince;
  private double nextComplaint;

  SlotWatch(TrialExecutor executor, Ledger ledger, StudyListener listener) {
    this.executor = executor;
    this.ledger = ledger;
    this.listener = listener;
  }

  /** How many slots there are now. */
  int look() {
    int now = executor.slots();
    if (now != slots) {
      slots = now;
      emptySince = ledger.seconds();
      nextComplaint = PATIENCE;
      ledger.record(new Event.SlotsChanged(now));
      listener.slots(now);
    }
    double waited = ledger.seconds() - emptySince;
    if (now == 0 && waited >= nextComplaint) {
      listener.noSlots((long) waited);
      nextComplaint = waited + PATIENCE;
    }
    return now;
  }
}
