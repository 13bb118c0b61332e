package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.Command;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.store.Processes;
import dev.sturgeon.store.Storage;
import dev.sturgeon.store.ThisMachine;
import dev.sturgeon.store.Timer;
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
 * @param processes tells whether the study's driver lives
 * @param timer when it is sent, and how long it takes
 * @param patience how long a living driver may take to notice it
 */
record Nudging(
    NudgeRequest request, Storage storage, Processes processes, Timer timer, Duration patience) {
  private static final double LOOK = 0.2;
  private static final Duration USUAL = Duration.ofSeconds(20);
  private static final String NOT_YET =
      "its driver lives, but has not taken it yet: it may be reading the data, or ending the study,"
          + " which then refuses it; it waits in the inbox";
  private static final String NOBODY =
      "no driver is there to take it now; it waits in the inbox for the same panda command to go on";

  static Nudging of(NudgeRequest request) throws IOException {
    return new Nudging(
        request,
        StudyStorage.open(request.directory()),
        new ThisMachine(Host.name()),
        Timer.system(),
        USUAL);
  }

  /**
   * Sends it, once it is known that it can be obeyed, and waits for a driver that is at work to
   * take it.
   *
   * @throws DataException if it cannot be obeyed, or the driver has refused it; says what would be
   *     right
   */
  NudgeAnswer send() throws IOException, ConfigurationException {
    StudyPast past = StudyPast.open(request.directory());
    String who = System.getProperty("user.name") + "@" + Host.name();
    Command.Nudge nudge =
        new Command.Nudge(
            new Command.Sender(who, timer.wall(), request.why()),
            request.kind(),
            request.values(),
            request.epoch());
    check(past, nudge);
    String name = Inbox.send(storage, nudge);
    boolean driven = isDriven(past.state());
    double begin = timer.seconds();
    while (driven
        && Inbox.isWaiting(storage, name)
        && timer.seconds() - begin < patience.toMillis() / 1000.0) {
      timer.pause(LOOK);
    }
    return answer(name, nudge);
  }

  private void check(StudyPast past, Command.Nudge nudge) {
    if (past.state().finished().filter(end -> end.reason() != StopReason.REQUESTED).isPresent()) {
      throw refused("this study is finished; nothing trains");
    }
    Order order = nudge.order(past.state().history().orders().size() + 1);
    Optional<String> objection = past.objection(order);
    if (objection.isPresent()) {
      throw refused(objection.get());
    }
  }

  private boolean isDriven(StudyState state) throws IOException {
    return !StudyPast.pulse(storage, state, processes, timer).lost();
  }

  private DataException refused(String why) {
    return new DataException(request.directory() + ": " + why);
  }

  private NudgeAnswer answer(String name, Command.Nudge nudge)
      throws IOException, ConfigurationException {
    StudyPast after = StudyPast.open(request.directory());
    Optional<String> refusal = after.state().refusal(name);
    if (refusal.isPresent()) {
      throw refused("%s: refused: %s".formatted(nudge.text(), refusal.get()));
    }
    boolean taken = after.state().hasHandled(name);
    if (!taken) {
      checkAgain(after, name, nudge);
    }
    String what = taken ? taken(nudge) : isDriven(after.state()) ? NOT_YET : NOBODY;
    return new NudgeAnswer(
        request.directory(),
        taken,
        "%s: %s: %s".formatted(request.directory(), nudge.text(), what));
  }

  private static String taken(Command.Nudge nudge) {
    return nudge.kind() == Order.Kind.NUDGE && nudge.epoch() > 0
        ? "taken; where a segment that runs goes further it holds from the next one on"
        : "taken; it holds from the next segment on";
  }

  /** What cannot be obeyed any more does not stay behind. */
  private void checkAgain(StudyPast after, String name, Command.Nudge nudge) throws IOException {
    try {
      check(after, nudge);
    } catch (DataException tooLate) {
      Inbox.withdraw(storage, name);
      throw tooLate;
    }
  }
}
