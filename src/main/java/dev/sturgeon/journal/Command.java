package dev.sturgeon.journal;

import java.time.Instant;
import java.util.Objects;

/**
 * What somebody asks of a study from outside, through its {@link Inbox}. Names of the records and
 * of their components are the format of its files.
 */
public sealed interface Command {

  /** Who asks. */
  Sender sender();

  /** What is asked for, in a few words. */
  String text();

  /** Whether it means the driver that is at work when it is sent, and no later one. */
  boolean isForThisDriver();

  /**
   * Who sent a command.
   *
   * @param who user and machine, as {@code ann@node-1}
   * @param when wall-clock time there
   * @param why the reason given; may be empty
   */
  record Sender(String who, Instant when, String why) {
    private static final int LONGEST = 1000;

    /** Checks that the texts are of a reasonable length. */
    public Sender {
      Objects.requireNonNull(when);
      if (who.length() > LONGEST || why.length() > LONGEST) {
        throw new IllegalArgumentException("who or why is longer than " + LONGEST + " characters");
      }
    }

    @Override
    public String toString() {
      return why.isEmpty() ? who : who + ": " + why;
    }
  }

  /**
   * The study is to stop; it can be taken up again.
   *
   * @param now false: running segments end at their next epoch, and their results count; true:
   *     nothing is waited for
   */
  record Stop(Sender sender, boolean now) implements Command {

    @Override
    public String text() {
      return now ? "stop at once" : "stop";
    }

    @Override
    public boolean isForThisDriver() {
      return true;
    }
  }
}
