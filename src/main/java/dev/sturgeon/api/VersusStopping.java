package dev.sturgeon.api;

import dev.sturgeon.data.DataException;
import dev.sturgeon.store.Pulse;
import dev.sturgeon.store.ThisMachine;
import dev.sturgeon.store.Timer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Stops a comparison from outside: through the inbox of the study that is worked on, and by word
 * left for the time between two studies, which may be short.
 */
final class VersusStopping {
  private static final double LOOK = 0.5;

  /** Between two studies the driver reads data, or uses the test part. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private VersusStopping() {}

  /** As {@link Stopping#stop}. */
  static StopAnswer stop(VersusPlace place, boolean now, String why, boolean wait)
      throws IOException {
    Timer timer = Timer.system();
    if (!isDriven(place, timer)) {
      return stop(place, timer, now, why, wait);
    }
    place.askToStop();
    try {
      return stop(place, timer, now, why, wait);
    } finally {
      place.forgetStop();
    }
  }

  private static StopAnswer stop(
      VersusPlace place, Timer timer, boolean now, String why, boolean wait) throws IOException {
    boolean left = place.isAskedToStop();
    double begin = timer.seconds();
    while (true) {
      if (left && !place.isAskedToStop()) {
        while (wait && isDriven(place, timer)) {
          timer.pause(LOOK);
        }
        return StopAnswer.heard(place.directory(), Host.name(), now, wait);
      }
      Optional<String> study = place.current();
      boolean late = timer.seconds() - begin > PATIENCE.toSeconds() || !isDriven(place, timer);
      if (study.isPresent()) {
        StopAnswer answer = Stopping.of(study.get()).stop(now, why, wait);
        if (answer.asked() || late) {
          return answer;
        }
      } else if (late) {
        throw new DataException(StudyPast.none(place.directory()));
      }
      timer.pause(LOOK);
    }
  }

  private static boolean isDriven(VersusPlace place, Timer timer) throws IOException {
    ThisMachine machine = new ThisMachine(Host.name());
    return !Pulse.feel(place.storage(), machine, timer, Instant.EPOCH).lost();
  }
}
