package dev.sturgeon.api;

import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.Command;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.Standing;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.store.Processes;
import dev.sturgeon.store.Pulse;
import dev.sturgeon.store.Storage;
import dev.sturgeon.store.ThisMachine;
import dev.sturgeon.store.Timer;
import java.io.IOException;
import java.time.Duration;

/**
 * Stops a study from outside, through its inbox.
 *
 * @param storage the study directory
 * @param processes tells whether the study's driver lives
 * @param timer when a command is sent, and how long it takes
 * @param patience how long a living driver may take to notice a command
 */
record Stopping(Storage storage, Processes processes, Timer timer, Duration patience) {
  private static final double LOOK = 0.2;
  private static final double LONG_LOOK = 1;

  /** A driver looks at least every five seconds, unless it reads the data or saves the best. */
  private static final Duration USUAL = Duration.ofSeconds(20);

  static Stopping of(String directory) throws IOException {
    return new Stopping(
        StudyStorage.open(directory), new ThisMachine(Host.name()), Timer.system(), USUAL);
  }

  /**
   * Asks the study's driver to stop.
   *
   * @param now whether nothing is to be waited for
   * @param why the reason; may be empty
   * @param wait whether to return only when the driver has ended
   */
  StopAnswer stop(boolean now, String why, boolean wait) throws IOException {
    StudyState before = state();
    Standing standing = standing(before);
    if (!standing.state().isOpen()) {
      return StopAnswer.needless(storage.location(), standing);
    }
    String who = System.getProperty("user.name") + "@" + Host.name();
    String name =
        Inbox.send(storage, new Command.Stop(new Command.Sender(who, timer.wall(), why), now));
    double begin = timer.seconds();
    while (Inbox.isWaiting(storage, name)
        && timer.seconds() - begin < patience.toMillis() / 1000.0) {
      timer.pause(LOOK);
    }
    Inbox.withdraw(storage, name);
    StudyState after = state();
    boolean refused = after.refusal(name).isPresent();
    if (refused || !after.hasHandled(name)) {
      return unheeded(after, refused);
    }
    if (wait) {
      awaitEnd(before.parts().size());
    }
    return StopAnswer.heard(storage.location(), host(before), now, wait);
  }

  /** A driver refuses what was there before it; see {@link Inbox#open}. */
  private StopAnswer unheeded(StudyState state, boolean refused) throws IOException {
    Standing standing = standing(state);
    if (!standing.state().isOpen()) {
      return StopAnswer.needless(storage.location(), standing);
    }
    return refused
        ? StopAnswer.tooLate(storage.location(), host(state))
        : StopAnswer.unheard(storage.location(), host(state), patience);
  }

  private static String host(StudyState state) {
    return state.parts().get(state.parts().size() - 1).host();
  }

  private void awaitEnd(int parts) throws IOException {
    StudyState state = state();
    while (state.driverEnd().isEmpty()
        && state.parts().size() == parts
        && standing(state).state().isOpen()) {
      timer.pause(LONG_LOOK);
      state = state();
    }
  }

  private StudyState state() throws IOException {
    StudyState state = StudyState.from(JournalReader.read(storage).entries());
    if (state.started().isEmpty()) {
      boolean begins = !Pulse.feel(storage, processes, timer, state.lastSign()).lost();
      throw new DataException(
          begins
              ? storage.location()
                  + " holds a study that only begins: its driver reads and checks the data; stop it"
                  + " once it trains, or interrupt its process"
              : StudyPast.none(storage.location()));
    }
    return state;
  }

  private Standing standing(StudyState state) throws IOException {
    Pulse pulse = StudyPast.pulse(storage, state, processes, timer);
    return Standing.of(state, pulse);
  }
}
