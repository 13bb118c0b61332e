package dev.sturgeon.study;

import dev.sturgeon.journal.Command;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Order;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Looks for commands from outside, and obeys each once: it is journaled first and its file deleted
 * last, so that neither a crash in between nor an inbox that cannot be read does any harm.
 */
final class CommandWatch {
  /** Seconds between two looks, at least. */
  private static final double PAUSE = 1;

  /** The same where a look takes long, as on a remote file system: so many times as long. */
  private static final double SHARE = 20;

  private static final double LONGEST_PAUSE = 5;

  private final Inbox inbox;
  private final Ledger ledger;
  private final StopSignal signal;
  private final BiFunction<History, Order, Optional<String>> objections;
  private final StudyListener listener;
  private final Set<String> complaints = new HashSet<>();
  private double next;

  /**
   * A watch over this inbox.
   *
   * @param objections says why an order cannot be obeyed, if it cannot
   */
  CommandWatch(
      Inbox inbox,
      Ledger ledger,
      StopSignal signal,
      BiFunction<History, Order, Optional<String>> objections,
      StudyListener listener) {
    this.inbox = inbox;
    this.ledger = ledger;
    this.signal = signal;
    this.objections = objections;
    this.listener = listener;
  }

  /**
   * Looks, if it is time to.
   *
   * @throws IOException only if the journal cannot be written
   */
  void look() throws IOException {
    if (ledger.seconds() >= next) {
      lookNow();
    }
  }

  /** Looks, whether it is time to or not: for the last time, unless an order has come. */
  boolean lookNow() throws IOException {
    int before = ledger.state().history().orders().size();
    double begin = ledger.seconds();
    for (String name : waiting()) {
      if (!ledger.state().hasHandled(name)) {
        take(name);
      } else {
        clear(name, false);
      }
    }
    double end = ledger.seconds();
    next = end + Math.max(PAUSE, Math.min(SHARE * (end - begin), LONGEST_PAUSE));
    return ledger.state().history().orders().size() > before;
  }

  private List<String> waiting() {
    try {
      return inbox.waiting();
    } catch (IOException e) {
      complain("the inbox cannot be read: " + e.getMessage());
      return List.of();
    }
  }

  private void take(String name) throws IOException {
    Event event;
    try {
      event = checked(name, inbox.read(name));
    } catch (IOException e) {
      complain("inbox/" + name + " cannot be read: " + e.getMessage());
      return;
    }
    List<Order> before = ledger.state().history().openOrders();
    ledger.record(event);
    List<String> superseded = superseded(before);
    superseded.forEach(text -> ledger.record(new Event.SearchNoted(text)));
    ledger.flush();
    superseded.forEach(listener::note);
    if (event instanceof Event.CommandReceived received) {
      obey(received.command());
    } else if (event instanceof Event.CommandRefused refused) {
      listener.note("inbox/" + name + " is not obeyed: " + refused.why());
    }
    clear(name, event instanceof Event.CommandRefused);
  }

  /** Ways back that were asked for, and are not gone now that another one is. */
  private List<String> superseded(List<Order> before) {
    List<Order> now = ledger.state().history().openOrders();
    return before.stream()
        .filter(order -> order.kind() == Order.Kind.ROLLBACK && !now.contains(order))
        .map(
            order ->
                "%s asked for %s: not obeyed, since another way back was asked for after it"
                    .formatted(order.by(), order.text()))
        .toList();
  }

  /** An order that cannot be obeyed is refused as soon as it comes. */
  private Event checked(String name, Event event) {
    if (event instanceof Event.CommandReceived received
        && received.command() instanceof Command.Nudge nudge) {
      History history = ledger.state().history();
      return objections
          .apply(history, nudge.order(history.orders().size() + 1))
          .<Event>map(why -> new Event.CommandRefused(name, why))
          .orElse(event);
    }
    return event;
  }

  private void obey(Command command) {
    if (command instanceof Command.Stop stop) {
      String who = "asked by " + stop.sender();
      if (stop.now()) {
        signal.now(who);
      } else {
        signal.finish(who);
      }
    } else if (command instanceof Command.Nudge nudge) {
      listener.note("asked by %s: %s".formatted(nudge.sender(), nudge.text()));
    }
  }

  private void clear(String name, boolean refused) {
    try {
      inbox.clear(name, refused);
    } catch (IOException e) {
      complain("inbox/" + name + " cannot be removed: " + e.getMessage());
    }
  }

  /** Once: the look comes again. */
  private void complain(String what) {
    if (complaints.add(what)) {
      listener.note(what);
    }
  }
}
