package dev.sturgeon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StudyLockTest {

  @Nested
  final class InMemory extends StudyLockContract {
    InMemory() {
      super(new MemoryStorage());
    }
  }

  @Nested
  final class OnDisk extends StudyLockContract {
    OnDisk(@TempDir Path directory) {
      super(new LocalStorage(directory.resolve("study")));
    }
  }

  @Test
  void confirmingCostsNothingWhileRenewalsComeInTime() throws IOException {
    FailingStorage storage = new FailingStorage(new MemoryStorage());
    StillTimer timer = new StillTimer();
    StudyLock lock = take(storage, timer);
    storage.fail("unreachable");
    timer.pause(9);
    lock.confirm();
    timer.pause(2);
    lock.confirm();
    assertThat(storage.failures()).as("looked, though it could not write").isEmpty();
    lock.confirm();
  }

  @Test
  void aDriverThatCannotRenewSeesWhoTookOver() throws IOException {
    FailingStorage storage = new FailingStorage(new MemoryStorage());
    StillTimer timer = new StillTimer();
    StudyLock silent = take(storage, timer);
    take(storage, timer);
    storage.fail("No space left on device");
    assertThatIOException()
        .isThrownBy(silent::confirm)
        .withMessageContaining("the driver on here")
        .withMessageContaining("has taken over");
  }

  @Test
  void aStorageThatFailsAtTheEndDoesNotHideWhatWentBefore() throws IOException {
    FailingStorage storage = new FailingStorage(new MemoryStorage());
    storage.write("study.yaml", new byte[0]);
    StudyLock lock = take(storage, new StillTimer());
    storage.fail("No space left on device");
    lock.close();
    assertThat(LockSight.of(storage).isFree()).isFalse();
  }

  @Test
  void aThreadRenewsUntilItIsClosed() throws Exception {
    MemoryStorage storage = new MemoryStorage();
    StudyLock lock = take(storage, new StillTimer());
    String before = LockSight.of(storage).beat();
    CountDownLatch renewed = new CountDownLatch(3);
    Timer counting =
        new StillTimer() {
          @Override
          public void pause(double seconds) {
            assertThat(seconds).isEqualTo(5);
            renewed.countDown();
          }
        };
    try (Renewal renewal = new Renewal(lock, counting)) {
      assertThat(renewed.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(LockSight.of(storage).beat()).isNotEqualTo(before);
  }

  @Test
  void thisProcessLivesAndAnEndedOneDoesNot() throws Exception {
    ThisMachine machine = new ThisMachine("here");
    Driver self = machine.driver("a", 5);
    assertThat(machine.of(self)).isEqualTo(Processes.Life.LIVES);
    assertThat(self.pid()).isEqualTo(ProcessHandle.current().pid());

    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    assertThat(machine.of(with(self, ended.pid(), self.machine(), self.started())))
        .isEqualTo(Processes.Life.GONE);
    assertThat(machine.of(with(self, self.pid(), "another boot", self.started())))
        .isEqualTo(Processes.Life.UNKNOWN);
    assertThat(machine.of(with(self, self.pid(), self.machine(), "12")))
        .as("a process with the number of one that is gone")
        .isNotEqualTo(Processes.Life.LIVES);
  }

  @Test
  void aReportIsOfTheDriverThatLeftItAndOfNoEarlierProcess() throws Exception {
    ThisMachine machine = new ThisMachine("here");
    Driver self = machine.driver("a", 5);
    Driver gone = with(self, 987_654_321, self.machine(), "12");
    Path report = Path.of("hs_err_pid987654321.log").toAbsolutePath();
    assertThat(machine.crashReport(gone)).isEmpty();
    Files.writeString(report, "# A fatal error has been detected");
    try {
      // A file's time is of a coarser clock, which may be in the second before.
      Files.setLastModifiedTime(report, FileTime.from(Instant.parse(self.since())));
      assertThat(machine.crashReport(gone)).contains(report.toString());
      assertThat(machine.crashReport(with(self, gone.pid(), "another", "12"))).isEmpty();
      Files.setLastModifiedTime(report, FileTime.from(Instant.parse(self.since()).minusSeconds(1)));
      assertThat(machine.crashReport(gone)).isEmpty();
    } finally {
      Files.delete(report);
    }
  }

  @Test
  void whoTookItOverKnowsWhoHadItBefore() throws IOException {
    MemoryStorage storage = new MemoryStorage();
    StudyLock first = take(storage, new StillTimer());
    assertThat(first.before()).isEmpty();
    assertThat(take(storage, new StillTimer()).before()).map(Driver::id).contains("a");
  }

  @Test
  void aDriverSurvivesItsFile() {
    Driver self = new ThisMachine("here").driver("a", 5);
    assertThat(Driver.fromJson(self.toJson())).contains(self);
    assertThat(Driver.fromJson(new byte[0])).isEmpty();
    assertThat(Driver.fromJson("{\"id\":\"a\"}".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private static Driver with(Driver driver, long pid, String machine, String started) {
    return new Driver("b", driver.host(), pid, driver.user(), driver.since(), machine, started, 5);
  }

  private static StudyLock take(Storage storage, Timer timer) throws IOException {
    Driver driver = new ThisMachine("here").driver("a", 5);
    return StudyLock.take(storage, driver, timer, any -> Processes.Life.UNKNOWN, note -> {});
  }
}
