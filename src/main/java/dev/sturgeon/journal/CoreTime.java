package dev.sturgeon.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a study's segments have taken of the cluster: seconds times the cores of a slot. Only what
 * is journaled counts; what ran when a driver died is not charged.
 *
 * <p>Belongs to one thread.
 */
final class CoreTime {
  /** When each segment that is out was issued, by token, the oldest first. */
  private final Map<Long, Double> out = new LinkedHashMap<>();

  private int coresPerSlot = 1;
  private int slots;
  private double ended;

  void apply(Stamped entry) {
    if (entry.event() instanceof Event.PartOpened) {
      out.clear();
    } else if (entry.event() instanceof Event.LimitsSet set) {
      coresPerSlot = set.coresPerSlot();
    } else if (entry.event() instanceof Event.SlotsChanged changed) {
      enter(slots, changed.slots(), entry.t());
      slots = changed.slots();
    } else if (entry.event() instanceof Event.SegmentIssued issued) {
      out.put(issued.segment().token(), entry.t());
    } else if (entry.event() instanceof Event.SegmentEnded segment) {
      leave(segment.token(), entry.t());
      ended += segment.result().usage().wallSeconds() * coresPerSlot;
    }
  }

  private void leave(long token, double t) {
    boolean ran = out.keySet().stream().limit(slots).anyMatch(held -> held == token);
    out.remove(token);
    if (ran) {
      enter(slots - 1, slots, t);
    }
  }

  /** Those that have waited and get a slot now begin now. */
  private void enter(int from, int to, double t) {
    out.entrySet().stream()
        .skip(Math.max(0, from))
        .limit(Math.max(0, to - Math.max(0, from)))
        .forEach(waited -> waited.setValue(t));
  }

  /** How many cores a segment takes. */
  int coresPerSlot() {
    return coresPerSlot;
  }

  /**
   * Core-seconds up to a moment of study time; of the segments that are out, no more run than fit.
   */
  double until(double seconds) {
    double running = out.values().stream().limit(slots).mapToDouble(since -> seconds - since).sum();
    return ended + running * coresPerSlot;
  }
}
