package dev.sturgeon.api;

import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.Command;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.Pulse;
import dev.sturgeon.report.Standing;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.store.Storage;
import dev.sturgeon.study.Clock;
import java.io.IOException;
import java.time.Duration;

/**
 * Stops a study from outside, through its inbox.
 *
 * @param storage the study directory
 * @param clock when a command is sent
 * @param patience how long a living driver may take to notice a command
 */
record Stopping(Storage storage, Clock clock, Duration patience) {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration LONG_LOOK = Duration.ofSeconds(1);

  /** A driver looks at least every five seconds, unless it reads the data or saves the best. */
  private static final Duration USUAL = Duration.ofSeconds(20);

  static Stopping of(String directory) throws IOException {
    return new Stopping(StudyStorage.open(directory), Clock.system(), USUAL);
  }

  /**
   * Asks the study's driver to stop.
   *
   * @param now whether nothing is to be waited for
   * @param why the reason; may be empty
   * @param wait whether to return only when the driver has ended
   */
  StopAnswer stop(boolean now, String why, boolean wait) throws IOException, InterruptedException {
    StudyState before = state();
    Standing standing = standing(before);
    if (!standing.state().isOpen()) {
      return StopAnswer.needless(storage.location(), standing);
    }
    String who = System.getProperty("user.name") + "@" + Host.name();
    String name =
        Inbox.send(storage, new Command.Stop(new Command.Sender(who, clock.wall(), why), now));
    double begin = clock.seconds();
    while (Inbox.isWaiting(storage, name) && clock.seconds() - begin < seconds(patience)) {
      Thread.sleep(LOOK.toMillis());
    }
    Inbox.withdraw(storage, name);
    StudyState after = state();
    if (!after.hasHandled(name)) {
      return StopAnswer.unheard(storage.location(), Pulse.ofJournal(after, clock.wall()), patience);
    }
    if (wait) {
      awaitEnd(before.parts().size());
    }
    return StopAnswer.heard(
        storage.location(), before.parts().get(before.parts().size() - 1).host(), now, wait);
  }

  private void awaitEnd(int parts) throws IOException, InterruptedException {
    StudyState state = state();
    while (state.driverEnd().isEmpty() && state.parts().size() == parts) {
      Thread.sleep(LONG_LOOK.toMillis());
      state = state();
    }
  }

  private StudyState state() throws IOException {
    StudyState state = StudyState.from(JournalReader.read(storage).entries());
    if (state.started().isEmpty()) {
      throw new DataException(StudyPast.none(storage.location()));
    }
    return state;
  }

  private Standing standing(StudyState state) {
    return Standing.of(state, Pulse.ofJournal(state, clock.wall()));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
