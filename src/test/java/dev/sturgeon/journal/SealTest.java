package dev.sturgeon.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.store.MemoryStorage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Damage that leaves each line a possible event is noticed all the same. */
final class SealTest {
  private static final String FILE = "journal/000001.jsonl";

  private final MemoryStorage storage = new MemoryStorage();
  private List<String> lines = List.of();

  @BeforeEach
  void writeEventsInSeveralAppends() throws IOException {
    JournalContents none = JournalContents.empty();
    try (Journal journal =
        Journal.open(storage, none, Instant.EPOCH, EventSamples.VERSIONS, "host")) {
      for (int slots = 1; slots <= 6; slots++) {
        journal.append(new Stamped(Instant.EPOCH, slots, new Event.SlotsChanged(slots)));
        if (slots % 2 == 0) {
          journal.flush();
        }
      }
    }
    lines = new String(storage.read(FILE), StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(7).allMatch(line -> line.matches(".*,\"crc\":\"[0-9a-f]{8}\"}"));
  }

  @Test
  void everyChangedByteBeforeTheLastLineIsRefused() throws IOException {
    byte[] whole = storage.read(FILE);
    // But for the line feed before it, without which the last line begins earlier.
    int last = whole.length - lines.get(6).length() - 1;
    for (int i = 0; i < last - 1; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] damaged = whole.clone();
        damaged[i] ^= (byte) (1 << bit);
        storage.write(FILE, damaged);
        assertThatThrownBy(() -> JournalReader.read(storage))
            .as("byte %d, bit %d", i, bit)
            .isInstanceOf(UnreadableJournalException.class)
            .hasMessageContaining("offset");
      }
    }
  }

  @Test
  void aChangedLastLineIsCutOffAndSaid() throws IOException {
    List<String> changed = new ArrayList<>(lines);
    changed.set(6, lines.get(6).replace("\"slots\":6", "\"slots\":7"));
    write(changed);
    JournalContents read = JournalReader.read(storage);
    assertThat(read.entries()).hasSize(6);
    assertThat(read.notes()).singleElement().asString().contains("last line");
  }

  @Test
  void aLineThatIsGoneIsRefusedWhereItIsMissing() throws IOException {
    for (int gone = 1; gone < 5; gone++) {
      List<String> changed = new ArrayList<>(lines);
      changed.remove(gone);
      write(changed);
      assertThatThrownBy(() -> JournalReader.read(storage))
          .isInstanceOf(UnreadableJournalException.class)
          .hasMessageContaining("line " + (gone + 1) + ",")
          .hasMessageContaining("checksum");
    }
  }

  @Test
  void linesThatChangedPlacesAreRefused() throws IOException {
    List<String> changed = new ArrayList<>(lines);
    Collections.swap(changed, 2, 3);
    write(changed);
    assertThatThrownBy(() -> JournalReader.read(storage))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageContaining("line 3,");
  }

  @Test
  void aChecksumThatIsMissingIsRefused() throws IOException {
    for (int bare = 0; bare < 6; bare++) {
      List<String> changed = new ArrayList<>(lines);
      changed.set(bare, lines.get(bare).replaceFirst(",\"crc\":\"[0-9a-f]{8}\"", ""));
      write(changed);
      assertThatThrownBy(() -> JournalReader.read(storage))
          .isInstanceOf(UnreadableJournalException.class)
          .hasMessageContaining("line " + (bare + 1) + ",");
    }
  }

  private void write(List<String> changed) throws IOException {
    String text = String.join("\n", changed) + "\n";
    storage.write(FILE, text.getBytes(StandardCharsets.UTF_8));
  }
}
