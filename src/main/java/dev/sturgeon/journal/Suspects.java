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
 * <p>Where drivers train, they are also ended from outside, again and again, and a trial that takes
 * longer than they live must not seem guilty of that. So there a suspect trains one epoch a
 * segment, until it is where the segment was to take it that was out when the driver died; what it
 * has trained is kept, and clears it of the deaths before it.
 *
 * <p>Belongs to one thread.
 */
public final class Suspects {
  private final Map<TrialId, Charge> charges = new HashMap<>();
  private final Map<Long, Double> issuedAt = new HashMap<>();
  private boolean driverTrains;
  private boolean endsInOrder;
  private double seconds;

  /** What died, and how, as far as it is known. */
  private enum Death {
    OF_EXECUTOR,
    OF_DRIVER,
    CRASH_OF_DRIVER
  }

  /**
   * What is held against a trial.
   *
   * @param deaths how many executors died with it
   * @param alone how many of them had nothing else to do
   * @param driversAlone how many of these were drivers that trained by themselves and left no
   *     report of a crash: people end those too
   * @param seconds how long it had run on all of them together, waiting included
   * @param memory whether it ran out of memory beside others
   * @param until where it has to come, in epochs, to be no suspect of killing drivers any more; 0
   *     where none has died
   */
  public record Charge(
      int deaths, int alone, int driversAlone, double seconds, boolean memory, int until) {
    private static final Charge NOTHING = new Charge(0, 0, 0, 0, false, 0);

    private Charge died(Death death, boolean wasAlone, double ran, int toEpoch) {
      return new Charge(
          deaths + 1,
          wasAlone ? alone + 1 : alone,
          wasAlone && death == Death.OF_DRIVER ? driversAlone + 1 : driversAlone,
          seconds + ran,
          memory,
          death == Death.OF_EXECUTOR ? until : Math.max(until, toEpoch));
    }

    private Charge advanced() {
      return new Charge(1, 0, 0, 0, memory, until);
    }

    private Charge outOfMemory() {
      return new Charge(deaths, alone, driversAlone, seconds, true, until);
    }
  }

  void apply(Stamped entry, Map<Long, Segment> open) {
    if (entry.event() instanceof Event.PartOpened opened) {
      if (driverTrains && !endsInOrder) {
        // What this driver had not yet issued again was open, but nowhere.
        Death death = opened.crash().isEmpty() ? Death.OF_DRIVER : Death.CRASH_OF_DRIVER;
        died(issuedAt.keySet().stream().map(open::get).toList(), death, seconds);
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
      died(lost.open().stream().map(open::get).toList(), Death.OF_EXECUTOR, entry.t());
    } else if (entry.event() instanceof Event.SegmentEnded ended) {
      ended(ended, open.get(ended.token()));
    }
    seconds = entry.t();
  }

  private void died(List<@Nullable Segment> segments, Death death, double now) {
    List<Segment> held = segments.stream().filter(Objects::nonNull).toList();
    for (Segment segment : held) {
      double ran = now - issuedAt.getOrDefault(segment.token(), now);
      Charge known = charges.getOrDefault(segment.trial(), Charge.NOTHING);
      charges.put(segment.trial(), known.died(death, held.size() == 1, ran, segment.toEpoch()));
    }
  }

  private void ended(Event.SegmentEnded ended, @Nullable Segment segment) {
    issuedAt.remove(ended.token());
    if (segment == null || ended.withdrawn()) {
      return;
    }
    if (!ended.again()) {
      boolean underway =
          ended.result() instanceof SegmentResult.Advanced advanced
              && advanced.ended() == SegmentResult.Ending.OPEN
              && advanced.epoch() < until(segment.trial());
      charges.computeIfPresent(
          segment.trial(), (trial, known) -> underway ? known.advanced() : null);
    } else if (ended.result() instanceof SegmentResult.Failed failed
        && failed.kind() == FailureKind.OUT_OF_MEMORY) {
      charges.merge(
          segment.trial(), Charge.NOTHING.outOfMemory(), (known, unused) -> known.outOfMemory());
    }
  }

  private int until(TrialId trial) {
    return of(trial).map(Charge::until).orElse(0);
  }

  /** Where a segment is to end that would end there: a suspect's, where the driver trains, soon. */
  public int end(TrialId trial, int fromEpoch, int toEpoch) {
    return driverTrains && fromEpoch < until(trial) ? Math.min(toEpoch, fromEpoch + 1) : toEpoch;
  }

  /** What is held against a trial; empty if it is no suspect. */
  public Optional<Charge> of(TrialId trial) {
    return Optional.ofNullable(charges.get(trial));
  }
}
