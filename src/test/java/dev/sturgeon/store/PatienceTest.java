package dev.sturgeon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PatienceTest {
  private final StillTimer timer = new StillTimer();
  private final Patience patience = new Patience(List.of(0.5, 2.0), timer);
  private final FailingStorage failing = new FailingStorage(new MemoryStorage());
  private final Storage storage = new PatientStorage(failing, patience);

  @Test
  void whatFailsForAMomentIsTriedAgainAfterGrowingPauses() throws IOException {
    failing.fail("stale handle", "stale handle");
    storage.write("file", new byte[3]);
    assertThat(storage.read("file")).hasSize(3);
    assertThat(timer.pauses()).containsExactly(0.5, 2.0);
  }

  @Test
  void whatKeepsFailingIsGivenUpWithTheLastReason() {
    failing.fail("one", "two", "three", "four");
    assertThatIOException()
        .isThrownBy(() -> storage.write("file", new byte[3]))
        .withMessage("three");
    assertThat(failing.failures()).containsExactly("four");
  }

  @Test
  void aFullDiskIsNotTriedAgain() {
    failing.fail("No space left on device");
    assertThatIOException()
        .isThrownBy(() -> storage.write("file", new byte[3]))
        .withMessageContaining("No space left");
    assertThat(timer.pauses()).isEmpty();
  }

  @Test
  void fullDisksAreKnownByWhatSystemsSay() {
    for (String said :
        List.of(
            "x: No space left on device",
            "Disk quota exceeded",
            "There is not enough space on the disk",
            "org.apache.hadoop.hdfs.protocol.DSQuotaExceededException: The DiskSpace quota")) {
      assertThat(NoSpace.isCause(new RuntimeException(new IOException(said)))).isTrue();
    }
    assertThat(NoSpace.isCause(new IOException("Input/output error"))).isFalse();
  }

  @Test
  void whatWillBeRefusedAgainIsNotTriedAgain() {
    for (IOException lasting :
        List.of(
            new NoSuchFileException("x"),
            new FileAlreadyExistsException("x"),
            new AccessDeniedException("x"))) {
      assertThatIOException()
          .isThrownBy(
              () ->
                  patience.run(
                      () -> {
                        throw lasting;
                      }))
          .isSameAs(lasting);
    }
    assertThat(timer.pauses()).isEmpty();
  }

  @Test
  void aNameIsNeverCreatedASecondTime() {
    failing.fail("timed out");
    assertThatIOException().isThrownBy(() -> storage.createNew("file", new byte[4]));
    assertThat(timer.pauses()).isEmpty();
  }
}
