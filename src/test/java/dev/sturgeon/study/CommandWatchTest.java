package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.Command;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.trial.CurvePoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands from outside, obeyed by the study loop. */
@Timeout(60)
final class CommandWatchTest {
  private final Bench bench = new Bench();

  private static Command stop(boolean now) {
    return new Command.Stop(new Command.Sender("ann@node-1", Instant.EPOCH, "enough"), now);
  }

  /** Does this when the third trial begins. */
  private void atTheThirdTrial(Action action) {
    bench.around =
        executor ->
            new WatchedExecutor(
                executor,
                segment -> {
                  if (segment.trial().number() == 2 && segment.fromEpoch() == 0) {
                    try {
                      action.run();
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  }
                });
  }

  private interface Action {
    void run() throws IOException;
  }

  @Test
  void aStopIsJournaledObeyedAndRemoved() throws Exception {
    atTheThirdTrial(() -> Inbox.send(bench.storage, stop(false)));
    StudyOutcome outcome = bench.run();
    assertThat(outcome.reason()).isEqualTo(StopReason.REQUESTED);
    assertThat(outcome.detail()).isEqualTo("asked by ann@node-1: enough");
    assertThat(outcome.state().open()).as("what ran has ended").isEmpty();
    List<Event> events = bench.events(Event.class);
    assertThat(events.stream().map(Object::getClass).toList())
        .containsSubsequence(Event.CommandReceived.class, Event.StopRequested.class);
    assertThat(bench.storage.list("inbox")).isEmpty();
  }

  @Test
  void theStudyGoesOnAfterwards() throws Exception {
    aStopIsJournaledObeyedAndRemoved();
    bench.signal = new StopSignal();
    bench.around = executor -> executor;
    assertThat(bench.run().reason()).isEqualTo(StopReason.BUDGET);
  }

  @Test
  void aStopAtOnceWaitsForNothing() throws Exception {
    atTheThirdTrial(() -> Inbox.send(bench.storage, stop(true)));
    StudyOutcome outcome = bench.run();
    assertThat(outcome.reason()).isEqualTo(StopReason.REQUESTED);
    assertThat(outcome.state().open()).hasSize(2);
  }

  /** Its epochs last 100 seconds: the second command comes while the first one waits for them. */
  @Test
  void aStopAtOnceHurriesAPoliteOne() throws Exception {
    bench.slots = 1;
    bench.surrogate =
        (segment, epoch) -> {
          var point = Bench.point(epoch, 0.5);
          return new CurvePoint(epoch, 0.1, point.train(), point.dev(), List.of(), 100);
        };
    Inbox early = Inbox.open(bench.storage);
    assertThat(early.waiting()).isEmpty();
    bench.around =
        executor ->
            new WatchedExecutor(
                executor,
                segment -> {
                  try {
                    Inbox.send(bench.storage, stop(false));
                    Inbox.send(bench.storage, stop(true));
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
    assertThat(bench.run().reason()).isEqualTo(StopReason.REQUESTED);
    assertThat(bench.clock.seconds()).isLessThan(100);
  }

  @Test
  void aCommandThatWasJournaledIsNotObeyedTwice() throws Exception {
    bench.budget = new Budget(4, 4, 2);
    atTheThirdTrial(() -> Inbox.send(bench.storage, stop(false)));
    assertThat(bench.run().reason()).isEqualTo(StopReason.REQUESTED);
    String name = bench.events(Event.CommandReceived.class).get(0).file();

    // As if the driver had been killed before it could delete the file.
    bench.signal = new StopSignal();
    bench.around = executor -> executor;
    bench.storage.write("inbox/" + name, "whatever".getBytes(StandardCharsets.UTF_8));
    assertThat(bench.run().reason()).isEqualTo(StopReason.BUDGET);
    assertThat(bench.events(Event.CommandReceived.class)).hasSize(1);
    assertThat(bench.events(Event.CommandRefused.class)).isEmpty();
    assertThat(bench.storage.list("inbox")).isEmpty();
  }

  @Test
  void aStopFromBeforeTheDriverDoesNotStopIt() throws Exception {
    Inbox.send(bench.storage, stop(true));
    assertThat(bench.run().reason()).isEqualTo(StopReason.BUDGET);
    assertThat(bench.events(Event.CommandRefused.class)).hasSize(1);
    assertThat(bench.told).anyMatch(told -> told.contains("was for a driver that had ended"));
  }

  @Test
  void whatIsNoCommandIsSetAsideAndTheStudyGoesOn() throws Exception {
    atTheThirdTrial(
        () -> bench.storage.write("inbox/x.json", "{".getBytes(StandardCharsets.UTF_8)));
    assertThat(bench.run().reason()).isEqualTo(StopReason.BUDGET);
    assertThat(bench.events(Event.CommandRefused.class)).hasSize(1);
    assertThat(bench.storage.list("inbox/refused")).containsExactly("x.json");
    assertThat(bench.told).anyMatch(told -> told.startsWith("noted inbox/x.json is not obeyed"));
  }
}
