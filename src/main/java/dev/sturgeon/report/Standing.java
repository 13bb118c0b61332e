package dev.sturgeon.report;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.StudyStatus.State;
import dev.sturgeon.store.Pulse;
import dev.sturgeon.trial.Order;
import java.util.Optional;

/**
 * What a study is doing, and more about that in words.
 *
 * @param state what it is doing
 * @param detail for a person; may be empty
 */
public record Standing(State state, String detail) {
  /** What a driver does before it trains. */
  static final String STARTING = "a driver takes it up again, and has not begun to train";

  /** As the journal and the driver's last sign of life tell it. */
  public static Standing of(StudyState state, Pulse pulse) {
    Optional<Event.StudyFinished> finished = state.finished();
    if (finished.isPresent()) {
      return new Standing(State.FINISHED, finished.get().reason().text());
    }
    Optional<String> trouble = state.driverEnd().map(Event.DriverEnded::trouble);
    String stop = state.stop().map(Standing::text).orElse("");
    if (trouble.isPresent() && !pulse.lost()) {
      return new Standing(State.RUNNING, STARTING);
    }
    if (trouble.isPresent()) {
      return trouble.get().isEmpty()
          ? new Standing(State.STOPPED, stop)
          : new Standing(State.FAILED, trouble.get());
    }
    if (pulse.lost()) {
      return new Standing(State.SILENT, "");
    }
    return state.stop().isPresent()
        ? new Standing(State.STOPPING, stop)
        : new Standing(State.RUNNING, state.history().pause().map(Order::holding).orElse(""));
  }

  private static String text(Event.StopRequested stop) {
    return stop.reason() == StopReason.REQUESTED && !stop.detail().isEmpty()
        ? stop.detail()
        : stop.reason().text();
  }
}
