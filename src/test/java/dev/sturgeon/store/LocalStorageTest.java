package dev.sturgeon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalStorageTest extends StorageContract {
  private final Path directory;

  LocalStorageTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Override
  protected Storage open() {
    return new LocalStorage(directory.resolve("a study/with spaces"));
  }

  @Test
  void oneOfManyRacersGetsTheLog() throws Exception {
    Storage storage = open();
    AtomicInteger winners = new AtomicInteger();
    AtomicInteger losers = new AtomicInteger();

    inParallel(
        8,
        thread -> {
          try {
            storage.createLog("journal/000001.jsonl").close();
            winners.incrementAndGet();
          } catch (FileAlreadyExistsException taken) {
            losers.incrementAndGet();
          }
        });

    assertThat(winners).hasValue(1);
    assertThat(losers).hasValue(7);
  }

  @Test
  void deletingALinkLeavesWhatItPointsTo() throws IOException {
    Storage storage = new LocalStorage(directory.resolve("study"));
    Path outside = Files.writeString(directory.resolve("outside"), "kept");
    storage.write("dir/file", new byte[0]);
    Files.createSymbolicLink(directory.resolve("study/dir/link"), outside);

    storage.delete("dir");

    assertThat(outside).hasContent("kept");
    assertThat(storage.exists("dir")).isFalse();
  }

  @Test
  void aHalfWrittenFileOfADeadWriterIsNotListed() throws IOException {
    Storage storage = new LocalStorage(directory);
    storage.write("whole", new byte[0]);
    Files.writeString(directory.resolve(StudyPath.TEMPORARY + "1"), "half");

    assertThat(storage.list("")).containsExactly("whole");
  }
}
