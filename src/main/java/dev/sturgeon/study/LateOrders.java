package dev.sturgeon.study;

import dev.sturgeon.journal.Command;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import java.io.IOException;

/** Orders that came when nothing trained any more: no driver would ever look at them. */
public final class LateOrders {

  private LateOrders() {}

  /**
   * Refuses those in an inbox, to be called when the study is finished; a command that is no order
   * is left to its sender.
   *
   * @throws IOException only if the journal cannot be written
   */
  public static void refuse(Inbox inbox, Ledger ledger, StudyListener listener) throws IOException {
    try {
      for (String name : inbox.waiting()) {
        if (inbox.read(name) instanceof Event.CommandReceived late
            && late.command() instanceof Command.Nudge
            && !ledger.state().hasHandled(name)) {
          String why = "it came when the study was finished: nothing trains";
          ledger.record(new Event.CommandRefused(name, why));
          listener.note("inbox/%s is not obeyed: %s".formatted(name, why));
          ledger.flush();
          inbox.clear(name, true);
        }
      }
    } catch (IOException e) {
      ledger.flush();
      listener.note("orders that came late cannot be looked for: " + e.getMessage());
    }
  }
}
