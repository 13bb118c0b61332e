package dev.sturgeon.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.sturgeon.store.Patience;
import dev.sturgeon.store.Storage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a journal does on every storage. */
public abstract class JournalContract {
  private final Storage storage;

  /** On this storage, which is empty. */
  protected JournalContract(Storage storage) {
    this.storage = storage;
  }

  @Test
  void aDirectoryWithoutJournalIsEmpty() throws IOException {
    assertThat(JournalReader.read(storage)).isEqualTo(JournalContents.empty());
  }

  @Test
  void whatIsFlushedIsReadInOrder() throws IOException {
    try (Journal journal = open(read())) {
      write(journal, 1);
      write(journal, 2);
      journal.append(slots(3));
      assertThat(slots()).containsExactly(1, 2);
    }
    assertThat(slots()).containsExactly(1, 2, 3);
    assertThat(read().notes()).isEmpty();
  }

  @Test
  void aLaterDriverGoesOn() throws IOException {
    try (Journal first = open(read())) {
      write(first, 1);
    }
    try (Journal second = open(read())) {
      write(second, 2);
    }
    assertThat(slots()).containsExactly(1, 2);
    assertThat(read().entries().stream().map(Stamped::event))
        .filteredOn(Event.PartOpened.class::isInstance)
        .hasSize(2);
    assertThat(read().seconds()).isEqualTo(1);
  }

  @Test
  void ofTwoDriversThatBeginOneIsRefused() throws IOException {
    JournalContents read = read();
    Journal first = open(read);
    assertThatIOException()
        .isThrownBy(() -> open(read))
        .withMessageContaining("another driver is at work in " + storage.location());
    write(first, 1);
    assertThat(slots()).containsExactly(1);
  }

  @Test
  void aZombieWritesNothingMore() throws IOException {
    Journal zombie = open(read());
    write(zombie, 1);
    Journal next = open(read());
    zombie.append(slots(66));
    assertThatIOException().isThrownBy(zombie::flush).withMessageContaining("another driver");
    assertThatIOException().isThrownBy(zombie::flush).withMessageContaining("broken");
    zombie.close();
    write(next, 2);
    assertThat(slots()).containsExactly(1, 2);
  }

  @Test
  void aPartGoesOnInFilesOfBoundedSize() throws IOException {
    try (Journal journal = Journal.open(storage, read(), Instant.EPOCH, author(), 1000)) {
      for (int i = 0; i < 100; i++) {
        write(journal, i);
      }
    }
    List<String> files = storage.list("journal");
    assertThat(files).hasSizeGreaterThan(5);
    for (String file : files) {
      assertThat(storage.read("journal/" + file)).hasSizeLessThan(1200);
    }
    assertThat(slots()).hasSize(100).isSorted();
    try (Journal next = open(read())) {
      write(next, 100);
    }
    assertThat(slots()).hasSize(101).isSorted();
  }

  @Test
  void aFileThatLostItsEndIsRefused() throws IOException {
    Journal first = open(read());
    write(first, 1);
    first.close();
    open(read());
    String whole = "journal/000001.jsonl";
    byte[] bytes = storage.read(whole);
    storage.write(whole, Arrays.copyOf(bytes, bytes.length - 3));
    assertThatIOException().isThrownBy(this::read).withMessageContaining(whole);
  }

  private JournalContents read() throws IOException {
    return JournalReader.read(storage);
  }

  private Journal open(JournalContents read) throws IOException {
    return Journal.open(storage, read, Instant.EPOCH, author());
  }

  private static Author author() {
    return new Author(
        EventSamples.VERSIONS,
        "host",
        UUID.randomUUID().toString(),
        "",
        Fence.NONE,
        Patience.none());
  }

  private static void write(Journal journal, int slots) throws IOException {
    journal.append(slots(slots));
    journal.flush();
  }

  private List<Integer> slots() throws IOException {
    return read().entries().stream()
        .map(Stamped::event)
        .filter(Event.SlotsChanged.class::isInstance)
        .map(event -> ((Event.SlotsChanged) event).slots())
        .toList();
  }

  private static Stamped slots(int slots) {
    return new Stamped(Instant.EPOCH, 1, new Event.SlotsChanged(slots));
  }
}
