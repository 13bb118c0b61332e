package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.Command;
import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.store.Driver;
import dev.sturgeon.store.MemoryStorage;
import dev.sturgeon.store.Processes.Life;
import dev.sturgeon.store.StudyLock;
import dev.sturgeon.store.Timer;
import dev.sturgeon.study.Clock;
import dev.sturgeon.study.Ledger;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class StoppingTest {
  private final MemoryStorage storage = new MemoryStorage();
  private volatile Life life = Life.UNKNOWN;

  private Stopping stopping(Duration patience) {
    return new Stopping(storage, driver -> life, Timer.system(), patience);
  }

  private StudyLock lock() throws IOException {
    Driver driver = new Driver("one", "node-1", 7, "ann", "2026-11-22T10:00:00Z", "boot", "1", 5);
    return StudyLock.take(storage, driver, Timer.system(), any -> Life.UNKNOWN, note -> {});
  }

  private Ledger driver() throws IOException {
    var read = JournalReader.read(storage);
    Clock clock = Clock.system();
    Versions versions = new Versions("test", "test", "test", "test");
    Journal journal = Journal.open(storage, read, clock.wall(), versions, "node-1");
    Ledger ledger = Ledger.of(journal, read, clock);
    if (ledger.state().started().isEmpty()) {
      ledger.record(
          new Event.StudyStarted(
              "bench",
              1,
              "",
              new SearchSpace(List.of(Hyperparameter.of("x", RealDomain.of(0, 1, Scale.LINEAR)))),
              new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE),
              new DataFacts("hash", new TreeMap<>(), 1, List.of("a", "b"), "{}")));
    }
    ledger.flush();
    return ledger;
  }

  @Test
  void aDirectoryWithoutAStudyIsRefused() {
    assertThatThrownBy(() -> stopping(Duration.ofSeconds(1)).stop(false, "", false))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("holds no study");
    assertThat(storage.list("inbox")).isEmpty();
  }

  @Test
  void aStudyThatOnlyBeginsIsNoMissingOne() throws Exception {
    lock();
    life = Life.LIVES;
    assertThatThrownBy(() -> stopping(Duration.ofSeconds(1)).stop(false, "", false))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("only begins");
  }

  @Test
  void aStudyWithoutADriverIsLeftAlone() throws Exception {
    try (Ledger ledger = driver()) {
      ledger.record(new Event.StopRequested(StopReason.REQUESTED, "interrupted"));
      ledger.end("");
    }
    StopAnswer answer = stopping(Duration.ofSeconds(1)).stop(false, "", true);
    assertThat(answer.asked()).isFalse();
    assertThat(answer.running()).isFalse();
    assertThat(answer.text()).contains("no driver works", "interrupted", "goes on");

    try (Ledger ledger = driver()) {
      ledger.record(new Event.StudyFinished(StopReason.BUDGET, null));
      ledger.end("");
    }
    assertThat(stopping(Duration.ofSeconds(1)).stop(true, "", false).text())
        .contains("finished (all trials are done)");
    assertThat(storage.list("inbox")).as("the next driver is not stopped by it").isEmpty();
  }

  @Test
  void aStopThatNobodyHearsIsTakenBack() throws Exception {
    lock();
    driver().close();
    StopAnswer answer = stopping(Duration.ofMillis(300)).stop(false, "", true);
    assertThat(answer.asked()).isFalse();
    assertThat(answer.running()).as("as far as known").isTrue();
    assertThat(answer.text()).contains("the driver on node-1 lives", "within 0 s", "taken back");
    assertThat(storage.list("inbox")).isEmpty();
  }

  @Test
  void aDeadDriverIsNotAsked() throws Exception {
    lock();
    driver().close();
    life = Life.GONE;
    StopAnswer answer = stopping(Duration.ofSeconds(30)).stop(false, "", true);
    assertThat(answer.asked()).isFalse();
    assertThat(answer.running()).isFalse();
    assertThat(answer.text()).contains("driver is dead", "goes on");
    assertThat(storage.list("inbox")).isEmpty();
  }

  @Test
  void aDriverThatDiesWhileItStopsIsNotWaitedFor() throws Exception {
    life = Life.LIVES;
    Inbox inbox = Inbox.open(storage);
    lock();
    Ledger ledger = driver();
    CompletableFuture<StopAnswer> answer = stopLater();
    take(ledger, inbox);
    assertThat(answer).isNotDone();
    life = Life.GONE;
    assertThat(answer.get(30, TimeUnit.SECONDS).running()).isFalse();
    ledger.close();
  }

  @Test
  void theNextDriverIsNotSaidToStop() throws Exception {
    life = Life.LIVES;
    lock();
    driver().close();
    CompletableFuture<StopAnswer> sent = stopLater();
    while (storage.list("inbox").isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    Inbox inbox = Inbox.open(storage);
    try (Ledger next = driver()) {
      assertThat(take(next, inbox)).isInstanceOf(Event.CommandRefused.class);
      StopAnswer answer = sent.get(30, TimeUnit.SECONDS);
      assertThat(answer.asked()).isFalse();
      assertThat(answer.running()).isTrue();
      assertThat(answer.text()).contains("ended before it took", "another one, on node-1", "again");
    }
  }

  private CompletableFuture<StopAnswer> stopLater() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return stopping(Duration.ofSeconds(30)).stop(true, "lunch", true);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /**
   * What a driver does with the command that comes.
   *
   * @param inbox opened before the lock is taken, as a driver does: a stop that was there before it
   *     is not meant for it
   */
  private static Event take(Ledger ledger, Inbox inbox) throws Exception {
    while (inbox.waiting().isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    String name = inbox.waiting().get(0);
    Event event = inbox.read(name);
    ledger.record(event);
    ledger.flush();
    inbox.clear(name, false);
    return event;
  }

  @Test
  void waitsUntilTheDriverHasEnded() throws Exception {
    life = Life.LIVES;
    Inbox inbox = Inbox.open(storage);
    lock();
    Ledger ledger = driver();
    CompletableFuture<StopAnswer> answer = stopLater();
    Event event = take(ledger, inbox);
    assertThat(event)
        .isInstanceOfSatisfying(
            Event.CommandReceived.class,
            received -> {
              assertThat(received.command()).isInstanceOf(Command.Stop.class);
              assertThat(((Command.Stop) received.command()).now()).isTrue();
              assertThat(received.command().sender().why()).isEqualTo("lunch");
              assertThat(received.command().sender().who()).contains("@");
            });
    assertThat(answer).isNotDone();
    ledger.end("");
    ledger.close();
    assertThat(answer.get(30, TimeUnit.SECONDS).text()).contains("stopped", "goes on");
  }
}
