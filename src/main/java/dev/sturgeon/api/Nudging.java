package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.Command;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.store.Storage;
import dev.sturgeon.study.Clock;
import dev.sturgeon.trial.Order;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Gives an order to a panda from outside, through its inbox. Unlike a request to stop it stays
 * there until a driver takes it, be it a later one.
 *
 * @param request what is asked
 * @param storage the study directory
 * @param clock when it is sent
 * @param patience how long a living driver may take to notice it
 */
record Nudging(NudgeRequest request, Storage storage, Clock clock, Duration patience) {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration USUAL = Duration.ofSeconds(20);

  static Nudging of(NudgeRequest request) throws IOException {
    return new Nudging(request, StudyStorage.open(request.directory()), Clock.system(), USUAL);
  }

  /**
   * Sends it, once it is known that it can be obeyed, and waits for a driver that is at work to
   * take it.
   *
   * @throws DataException if it cannot be obeyed; says what would be right
   */
  NudgeAnswer send() throws IOException, ConfigurationException, InterruptedException {
    StudyPast past = StudyPast.open(request.directory());
    String who = System.getProperty("user.name") + "@" + Host.name();
    Command.Nudge nudge =
        new Command.Nudge(
            new Command.Sender(who, clock.wall(), request.why()),
            request.kind(),
            request.values(),
            request.epoch());
    check(past, nudge.order(past.state().history().orders().size() + 1));
    String name = Inbox.send(storage, nudge);
    boolean idle = past.state().driverEnd().isPresent();
    double begin = clock.seconds();
    while (!idle
        && Inbox.isWaiting(storage, name)
        && clock.seconds() - begin < patience.toMillis() / 1000.0) {
      Thread.sleep(LOOK.toMillis());
    }
    return answer(name, nudge.text());
  }

  private void check(StudyPast past, Order order) {
    if (past.state().finished().filter(end -> end.reason() != StopReason.REQUESTED).isPresent()) {
      throw new DataException(request.directory() + ": this study is finished; nothing trains");
    }
    Optional<String> objection = past.objection(order);
    if (objection.isPresent()) {
      throw new DataException(request.directory() + ": " + objection.get());
    }
  }

  private NudgeAnswer answer(String name, String what) throws IOException, ConfigurationException {
    boolean taken = StudyPast.open(request.directory()).state().hasHandled(name);
    return new NudgeAnswer(
        request.directory(),
        taken,
        request.directory()
            + (taken
                ? ": %s: taken; it holds from the next segment on".formatted(what)
                : ": %s: no driver is there to take it now; it waits in the inbox for the same panda"
                        .formatted(what)
                    + " command to go on"));
  }
}
