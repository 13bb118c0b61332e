package dev.sturgeon.journal;

import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.TrialId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The trials that may have killed an executor: those that were on one when it died, or that ran out
 * of memory beside others, and have not advanced since.
 *
 * <p>Belongs to one thread.
 */
public final class Suspects {
  private final Map<TrialId, Charge> charges = new HashMap<>();
  private final Map<Long, Double> issuedAt = new HashMap<>();
  private boolean driverTrains;
  private boolean endsInOrder;
  private double seconds;

  /**
   * What is held against a trial.
   *
   * @param deaths how many executors died with it
   * @param alone how many of them had nothing else to do
   * @param driversAlone how many of these were drivers that trained by themselves: people end them
   *     too
   * @param seconds how long it had run on all of them together, waiting included
   * @param memory whether it ran out of memory beside others
   */
  public record Charge(int deaths, int alone, int driversAlone, double seconds, boolean memory) {
    private static final Charge NOTHING = new Charge(0, 0, 0, 0, false);

    private Charge death(boolean wasAlone, boolean ofDriver, double ran) {
      return new Charge(
          deaths + 1,
          wasAlone ? alone + 1 : alone,
          wasAlone && ofDriver ? driversAlone + 1 : driversAlone,
          seconds + ran,
          memory);
    }

    private Charge outOfMemory() {
      return new Charge(deaths, alone, driversAlone, seconds, true);
    }
  }

  void apply(Stamped entry, Map<Long, Segment> open) {
    if (entry.event() instanceof Event.PartOpened) {
      if (driverTrains && !endsInOrder) {
        // What this driver had not yet issued again was open, but nowhere.
        died(issuedAt.keySet().stream().map(open::get).toList(), true, seconds);
      }
      driverTrains = false;
      endsInOrder = false;
      issuedAt.clear();
    } else if (entry.event() instanceof Event.DriverTrains) {
      driverTrains = true;
      endsInOrder = false;
    } else if (entry.event() instanceof Event.StopRequested
        || entry.event() instanceof Event.DriverEnded) {
      endsInOrder = true;
    } else if (entry.event() instanceof Event.SegmentIssued issued) {
      issuedAt.put(issued.segment().token(), entry.t());
    } else if (entry.event() instanceof Event.WorkerLost lost && !lost.blameless()) {
      died(lost.open().stream().map(open::get).toList(), false, entry.t());
    } else if (entry.event() instanceof Event.SegmentEnded ended) {
      ended(ended, open.get(ended.token()));
    }
    seconds = entry.t();
  }

  private void died(List<@Nullable Segment> segments, boolean driver, double now) {
    List<Segment> held = segments.stream().filter(Objects::nonNull).toList();
    for (Segment segment : held) {
      double ran = now - issuedAt.getOrDefault(segment.token(), now);
      Charge known = charges.getOrDefault(segment.trial(), Charge.NOTHING);
      charges.put(segment.trial(), known.death(held.size() == 1, driver, ran));
    }
  }

  private void ended(Event.SegmentEnded ended, @Nullable Segment segment) {
    issuedAt.remove(ended.token());
    if (segment == null) {
      return;
    }
    if (!ended.again()) {
      charges.remove(segment.trial());
    } else if (ended.result() instanceof SegmentResult.Failed failed
        && failed.kind() == FailureKind.OUT_OF_MEMORY) {
      charges.merge(
          segment.trial(), Charge.NOTHING.outOfMemory(), (known, unused) -> known.outOfMemory());
    }
  }

  /** What is held against a trial; empty if it is no suspect. */
  public Optional<Charge> of(TrialId trial) {
    return Optional.ofNullable(charges.get(trial));
  }
}
