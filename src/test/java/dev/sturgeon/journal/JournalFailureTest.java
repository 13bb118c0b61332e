package dev.sturgeon.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.sturgeon.store.FailingStorage;
import dev.sturgeon.store.MemoryStorage;
import dev.sturgeon.store.Patience;
import dev.sturgeon.store.StillTimer;
import dev.sturgeon.store.Storage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file system that fails, for a moment or for good. */
final class JournalFailureTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWriteThatFailsIsTriedAgainAndWhatItLeftDoesNotCount(boolean logs) throws IOException {
    FailingStorage storage = storage(logs);
    Journal journal = open(storage);
    write(journal, 1);
    storage.fail("stale handle", "stale handle", "");
    write(journal, 2);
    write(journal, 3);
    assertThat(slots(storage)).containsExactly(1, 2, 3);
    try (Journal next = open(storage)) {
      write(next, 4);
    }
    assertThat(slots(storage)).containsExactly(1, 2, 3, 4);
    assertThat(JournalReader.read(storage).entries().stream().map(Stamped::event))
        .filteredOn(Event.PartOpened.class::isInstance)
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPartWhoseHeaderFailsBeginsInTheNextFile(boolean logs) throws IOException {
    FailingStorage storage = storage(logs);
    storage.fail("stale handle");
    Journal journal = open(storage);
    write(journal, 1);
    assertThat(slots(storage)).containsExactly(1);
    assertThat(((Event.PartOpened) journal.header().event()).part()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFullDiskIsSaidAndTheStudyGoesOnLater(boolean logs) throws IOException {
    FailingStorage storage = storage(logs);
    Journal journal = open(storage);
    write(journal, 1);
    storage.fail("No space left on device");
    journal.append(slots(2));
    assertThatIOException()
        .isThrownBy(journal::flush)
        .withMessage(
            "the journal of memory cannot be written: No space left on device; what it holds counts:"
                + " make space, then the same command goes on");
    journal.close();
    try (Journal next = open(storage)) {
      write(next, 3);
    }
    assertThat(slots(storage)).containsExactly(1, 3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDriverThatTriesAgainAfterAnotherHasBegunEnds(boolean logs) throws IOException {
    MemoryStorage files = logs ? new MemoryStorage() : MemoryStorage.ofObjects();
    FailingStorage failing = new FailingStorage(files);
    Journal old = open(failing);
    write(old, 1);
    Patience takeover =
        new Patience(
            List.of(1.0),
            new StillTimer() {
              @Override
              public void pause(double seconds) {
                begin(files);
              }
            });
    Journal paused =
        Journal.open(
            failing,
            JournalReader.read(files),
            Instant.EPOCH,
            new Author(
                EventSamples.VERSIONS,
                "host",
                UUID.randomUUID().toString(),
                "",
                Fence.NONE,
                takeover));
    failing.fail("stale handle");
    paused.append(slots(66));
    assertThatIOException().isThrownBy(paused::flush).withMessageContaining("another driver");
    assertThat(slots(files)).containsExactly(1);
  }

  @Test
  void afterTheFenceIsDownNothingIsWritten() throws IOException {
    MemoryStorage storage = new MemoryStorage();
    boolean[] lost = new boolean[1];
    Fence fence =
        () -> {
          if (lost[0]) {
            throw new IOException("the driver on node-2 has taken over");
          }
        };
    Author author =
        new Author(
            EventSamples.VERSIONS,
            "host",
            UUID.randomUUID().toString(),
            "",
            fence,
            Patience.none());
    Journal journal = Journal.open(storage, JournalContents.empty(), Instant.EPOCH, author);
    write(journal, 1);
    lost[0] = true;
    journal.append(slots(2));
    assertThatIOException().isThrownBy(journal::flush).withMessageContaining("node-2");
    journal.close();
    assertThat(slots(storage)).containsExactly(1);
  }

  private static void begin(Storage storage) {
    try {
      open(storage);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static FailingStorage storage(boolean logs) {
    return new FailingStorage(logs ? new MemoryStorage() : MemoryStorage.ofObjects());
  }

  private static Journal open(Storage storage) throws IOException {
    Patience patience = new Patience(List.of(1.0, 1.0, 1.0), new StillTimer());
    Author author =
        new Author(
            EventSamples.VERSIONS, "host", UUID.randomUUID().toString(), "", Fence.NONE, patience);
    return Journal.open(storage, JournalReader.read(storage), Instant.EPOCH, author);
  }

  private static void write(Journal journal, int slots) throws IOException {
    journal.append(slots(slots));
    journal.flush();
  }

  private static Stamped slots(int slots) {
    return new Stamped(Instant.EPOCH, 1, new Event.SlotsChanged(slots));
  }

  private static List<Integer> slots(Storage storage) throws IOException {
    return JournalReader.read(storage).entries().stream()
        .map(Stamped::event)
        .filter(Event.SlotsChanged.class::isInstance)
        .map(event -> ((Event.SlotsChanged) event).slots())
        .toList();
  }
}
