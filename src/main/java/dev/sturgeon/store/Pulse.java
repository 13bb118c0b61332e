package dev.sturgeon.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The last sign of life of a study's driver.
 *
 * @param last when it was, by the wall clock of its machine
 * @param felt when it was looked for, by the wall clock of this one; by that of the driver's
 *     machine where it was seen to come
 * @param lost whether no driver works on the study
 */
public record Pulse(Instant last, Instant felt, boolean lost) {

  /** Of a study on which no driver works, as is known without a look. */
  public static Pulse none(Instant last, Timer timer) {
    return new Pulse(last, timer.wall(), true);
  }

  /**
   * Looks at the study's lock. Takes no time where the driver's process can be seen, or has shown
   * lately that it lives; else as long as a living one may show nothing. That its clock differs
   * from this machine's does not matter.
   *
   * @param storage the study directory
   * @param lastEvent when the driver last journaled something
   */
  public static Pulse feel(Storage storage, Processes processes, Timer timer, Instant lastEvent)
      throws IOException {
    LockSight sight = LockSight.of(storage);
    Processes.Life life =
        sight.isFree()
            ? Processes.Life.GONE
            : sight.driver().map(processes::of).orElse(Processes.Life.UNKNOWN);
    boolean lost = life == Processes.Life.GONE;
    boolean beating = false;
    if (life == Processes.Life.UNKNOWN && !isFresh(sight, timer.wall())) {
      Optional<LockSight> change = sight.watch(storage, timer);
      lost = change.isEmpty() || change.get().isFree();
      beating = !lost;
      sight = change.orElse(sight);
    }
    Instant beat = sight.beatAt().orElse(lastEvent);
    Instant last = beat.isAfter(lastEvent) ? beat : lastEvent;
    return new Pulse(last, beating ? last : timer.wall(), lost);
  }

  /** A time in the future comes from another clock and says nothing. */
  private static boolean isFresh(LockSight sight, Instant now) {
    return sight
        .beatAt()
        .map(beat -> Math.abs(Duration.between(beat, now).toMillis()))
        .filter(millis -> millis < 1000 * sight.patience())
        .isPresent();
  }

  /** How long ago the last sign of life was. */
  public Duration silence() {
    return since(last);
  }

  /** How long ago something was that happened on the driver's machine; never less than nothing. */
  public Duration since(Instant moment) {
    Duration between = Duration.between(moment, felt);
    return between.isNegative() ? Duration.ZERO : between;
  }
}
