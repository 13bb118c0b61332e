package dev.sturgeon.journal;

import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Order;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

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
    /** The longest text of who or why, in characters. */
    public static final int LONGEST = 1000;

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

  /**
   * The model in training is to go on otherwise; {@link Order} says how.
   *
   * @param kind what is asked
   * @param values hyperparameters with their new values
   * @param epoch from which epoch on it holds, or to which one to go back
   */
  record Nudge(Sender sender, Order.Kind kind, SortedMap<String, Value> values, int epoch)
      implements Command {

    /** Copies the map; checks what an order checks. */
    public Nudge {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
      Order unused = new Order(1, kind, values, epoch, sender.who(), sender.why());
    }

    /** The order of this number that it makes. */
    public Order order(int number) {
      return new Order(number, kind, values, epoch, sender.who(), sender.why());
    }

    @Override
    public String text() {
      return order(1).text();
    }

    @Override
    public boolean isForThisDriver() {
      return false;
    }
  }
}
