package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.space.Value;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.store.Driver;
import dev.sturgeon.store.Processes.Life;
import dev.sturgeon.store.Storage;
import dev.sturgeon.store.StudyLock;
import dev.sturgeon.store.Timer;
import dev.sturgeon.study.Clock;
import dev.sturgeon.study.Ledger;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told of an order to a panda. */
@Timeout(60)
final class NudgingTest {
  private static final Map<String, Value> RATE = Map.of("learningRate", Value.of(0.002));

  @TempDir Path directory;

  /** A panda that has trained two epochs of nine, was stopped, and waits in the directory. */
  private Storage stopped(String... settings) throws Exception {
    PhasesBench bench = new PhasesBench();
    bench.listener =
        new StudyListener() {
          @Override
          public void trialPaused(Trial trial) {
            bench.stop.finish("lunch");
          }
        };
    List<String> all = new ArrayList<>(List.of("panda.segmentEpochs=2", "panda.rules=[]"));
    Collections.addAll(all, settings);
    bench.caviar(PhasesBench.conf(all.toArray(String[]::new)).ofPanda());
    return onDisk(bench.storage.read("journal/000001.jsonl"));
  }

  private Storage onDisk(byte[] journal) throws Exception {
    Files.createDirectories(directory.resolve("journal"));
    Files.write(directory.resolve("journal/000001.jsonl"), journal);
    return StudyStorage.open(directory.toString());
  }

  private static void lock(Storage storage) throws Exception {
    Driver driver = new Driver("one", "node-1", 7, "ann", "2026-11-22T10:00:00Z", "boot", "1", 5);
    StudyLock lock =
        StudyLock.take(storage, driver, Timer.system(), any -> Life.UNKNOWN, note -> {});
    assertThat(lock).isNotNull();
  }

  private static Ledger driver(Storage storage) throws Exception {
    var read = JournalReader.read(storage);
    Clock clock = Clock.system();
    Versions versions = new Versions("test", "test", "test", "test");
    return Ledger.of(Journal.open(storage, read, clock.wall(), versions, "node-1"), read, clock);
  }

  private Nudging nudging(Storage storage, Life life, Duration patience) {
    return nudging(storage, life, patience, RATE);
  }

  private Nudging nudging(
      Storage storage, Life life, Duration patience, Map<String, Value> values) {
    return nudging(storage, life, Timer.system(), patience, values);
  }

  private Nudging nudging(
      Storage storage, Life life, Timer timer, Duration patience, Map<String, Value> values) {
    NudgeRequest request =
        new NudgeRequest(directory.toString(), Order.Kind.NUDGE, new TreeMap<>(values), 0, "");
    return new Nudging(request, storage, driver -> life, timer, patience);
  }

  /** Time that stands still until something has happened, and runs fast from then on. */
  private record PatientUntil(AtomicBoolean happened, AtomicInteger looks) implements Timer {
    PatientUntil(AtomicBoolean happened) {
      this(happened, new AtomicInteger());
    }

    @Override
    public double seconds() {
      return happened.get() ? 10.0 * looks.incrementAndGet() : 0;
    }

    @Override
    public Instant wall() {
      return Instant.now();
    }

    @Override
    public void pause(double seconds) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private CompletableFuture<NudgeAnswer> later(Storage storage) {
    return later(storage, Timer.system());
  }

  private CompletableFuture<NudgeAnswer> later(Storage storage, Timer timer) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return nudging(storage, Life.LIVES, timer, Duration.ofSeconds(30), RATE).send();
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        });
  }

  private static String await(Storage storage) throws Exception {
    List<String> waiting = Inbox.open(storage).waiting();
    while (waiting.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(5);
      waiting = Inbox.open(storage).waiting();
    }
    return waiting.get(0);
  }

  /** How a driver answers an order. */
  private interface Reply {
    Event to(Inbox inbox, String name) throws IOException;
  }

  /** What the sender is told where a driver that lives answers so. */
  private CompletableFuture<NudgeAnswer> told(Reply reply) throws Exception {
    Storage storage = stopped();
    lock(storage);
    try (Ledger ledger = driver(storage)) {
      ledger.flush();
      CompletableFuture<NudgeAnswer> answer = later(storage);
      String name = await(storage);
      Event event = reply.to(Inbox.open(storage), name);
      ledger.record(event);
      ledger.flush();
      Inbox.open(storage).clear(name, event instanceof Event.CommandRefused);
      answer.handle((unused, failure) -> 0).join();
      return answer;
    }
  }

  @Test
  void whatTheDriverRefusesIsRefused() throws Exception {
    CompletableFuture<NudgeAnswer> answer =
        told((inbox, name) -> new Event.CommandRefused(name, "the model is over"));
    assertThatThrownBy(answer::join)
        .hasCauseInstanceOf(DataException.class)
        .hasMessageContaining("learningRate=0.002: refused: the model is over");
  }

  @Test
  void whatTheDataOrTheNetworkCannotTakeIsRefusedAtOnce() throws Exception {
    Storage storage = stopped("space.batchNorm=true");
    Duration none = Duration.ZERO;
    assertThatThrownBy(
            () -> nudging(storage, Life.GONE, none, Map.of("shift", Value.of(1L))).send())
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(
            ": shift 1 needs images, and these data have 1 columns; leave it out");
    assertThatThrownBy(
            () -> nudging(storage, Life.GONE, none, Map.of("batchSize", Value.of(1L))).send())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("batchSize 1 with batchNorm true: one row has no variance");
    assertThat(storage.list("inbox")).isEmpty();
  }

  @Test
  void whatTheDriverTakesIsTaken() throws Exception {
    NudgeAnswer answer = told(Inbox::read).join();
    assertThat(answer.taken()).isTrue();
    assertThat(answer.text()).contains("taken; it holds from the next segment on");
  }

  @Test
  void aDriverThatLivesIsNotSaidToBeMissing() throws Exception {
    Storage storage = stopped();
    lock(storage);
    NudgeAnswer answer = nudging(storage, Life.LIVES, Duration.ofMillis(300)).send();
    assertThat(answer.taken()).isFalse();
    assertThat(answer.text()).contains("its driver lives").doesNotContain("no driver is there");
    assertThat(storage.list("inbox")).hasSize(1);
  }

  @Test
  void withoutADriverItWaitsForTheNext() throws Exception {
    Storage storage = stopped();
    NudgeAnswer answer = nudging(storage, Life.GONE, Duration.ofMinutes(5)).send();
    assertThat(answer.taken()).isFalse();
    assertThat(answer.text()).contains("no driver is there to take it now");
    assertThat(storage.list("inbox")).hasSize(1);
  }

  @Test
  void aModelThatIsOverTakesNoOrderWhileItsStudyEnds() throws Exception {
    PhasesBench bench = new PhasesBench();
    bench.caviar(PhasesBench.conf("panda.rules=[]").ofPanda());
    byte[] journal = bench.storage.read("journal/000001.jsonl");
    List<String> lines = new String(journal, StandardCharsets.UTF_8).lines().toList();
    // Without its last two: that the study is finished, and that its driver has ended.
    String before = String.join("\n", lines.subList(0, lines.size() - 2)) + "\n";
    Storage storage = onDisk(before.getBytes(StandardCharsets.UTF_8));
    assertThat(StudyPast.state(directory.toString()).finished()).isEmpty();
    assertThatThrownBy(() -> nudging(storage, Life.LIVES, Duration.ofMillis(300)).send())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the model is over, after epoch 9 of 9");
    assertThat(storage.list("inbox")).isEmpty();
  }

  @Test
  void whatTheStudysEndOvertakesIsTakenBack() throws Exception {
    Storage storage = stopped();
    lock(storage);
    try (Ledger ledger = driver(storage)) {
      ledger.flush();
      AtomicBoolean ended = new AtomicBoolean();
      CompletableFuture<NudgeAnswer> answer = later(storage, new PatientUntil(ended));
      await(storage);
      ledger.record(new Event.StudyFinished(StopReason.BUDGET, null));
      ledger.flush();
      ended.set(true);
      assertThatThrownBy(answer::join).hasMessageContaining("this study is finished");
      assertThat(storage.list("inbox")).isEmpty();
    }
  }
}
