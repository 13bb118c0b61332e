package dev.sturgeon.journal;

import dev.sturgeon.trial.Limits;

/**
 * What a study has held of the cluster: its slots, idle ones too, times their cores, times the
 * seconds that its drivers have searched. From the moment a driver has its data, whether or not it
 * has issued a segment yet; what it does once the search is over, such as to measure baselines, is
 * not charged.
 *
 * <p>Belongs to one thread.
 */
final class HeldTime {
  private Limits limits = Limits.none();
  private int coresPerSlot = 1;
  private int slots;

  /** Whether the present driver has said how many slots there are. */
  private boolean known;

  /** Seconds for which it has not: charged once it has. */
  private double uncharged;

  private double last;
  private double seconds;
  private double coreSeconds;

  void apply(Stamped entry) {
    double passed = entry.t() - last;
    last = entry.t();
    if (!isEnding(entry.event())) {
      charge(passed);
    }
    if (entry.event() instanceof Event.PartOpened) {
      known = false;
      uncharged = 0;
    } else if (entry.event() instanceof Event.LimitsSet set) {
      limits = set.limits();
      coresPerSlot = set.coresPerSlot();
    } else if (entry.event() instanceof Event.SlotsChanged changed) {
      slots = changed.slots();
      coreSeconds += known ? 0 : uncharged * cores();
      known = true;
    }
  }

  private static boolean isEnding(Event event) {
    return event instanceof Event.TestMeasured
        || event instanceof Event.BaselineMeasured
        || event instanceof Event.StudyFinished
        || event instanceof Event.DriverEnded;
  }

  private void charge(double passed) {
    seconds += passed;
    if (known) {
      coreSeconds += passed * cores();
    } else {
      uncharged += passed;
    }
  }

  /** How many cores are held now. */
  double cores() {
    return (double) limits.parallel(slots) * coresPerSlot;
  }

  /** Seconds for which they were held. */
  double seconds() {
    return seconds;
  }

  /** Core-seconds up to a moment of study time. */
  double until(double now) {
    return coreSeconds + (known ? (now - last) * cores() : 0);
  }
}
