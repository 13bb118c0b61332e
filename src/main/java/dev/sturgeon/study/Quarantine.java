package dev.sturgeon.study;

import dev.sturgeon.journal.Suspects;
import java.util.Optional;

/**
 * The rules about trials that may kill executors. Pure.
 *
 * <p>Whatever was on an executor when it died is a suspect and is tried again alone: nothing else
 * runs beside it. Only an executor that dies under it alone speaks against it; after two it is
 * guilty. Drivers that train by themselves are ended by people and machines, too, so that of those
 * it takes five, unless their Java left a report that it crashed.
 *
 * <p>Being alone costs the slots beside it. So it lasts only until the suspect has run somewhat
 * longer than it had when the executors died, and at first no longer than two minutes; each further
 * death doubles that. A trial that ran out of memory beside others has the executor to itself for
 * the whole segment.
 */
final class Quarantine {
  private static final int DEATHS = 2;
  private static final int WITH_DRIVERS = 5;
  private static final double SLACK = 5;
  private static final double LONGEST = 120;

  private Quarantine() {}

  /** Why a suspect is guilty, in words; empty if it is not. */
  static Optional<String> guilt(Suspects.Charge record) {
    int executors = record.alone() - record.driversAlone();
    return executors >= DEATHS || record.alone() >= WITH_DRIVERS
        ? Optional.of(
            "killed %s %s while running alone"
                .formatted(
                    record.until() > 0 ? "the driver" : "its executor",
                    record.alone() == 2 ? "twice" : record.alone() + " times"))
        : Optional.empty();
  }

  /** How many seconds a suspect is to run alone; no number is too large if it is infinite. */
  static double secondsAlone(Suspects.Charge record) {
    if (record.memory()) {
      return Double.POSITIVE_INFINITY;
    }
    double most = LONGEST * Math.pow(2, Math.max(0, record.deaths() - 1));
    return Math.min(SLACK + 2 * record.seconds(), most);
  }
}
