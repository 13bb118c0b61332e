package dev.sturgeon.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.store.MemoryStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Holds the journal's format: a journal that was written must stay readable for ever. Where this
 * fails, the format has changed: raise {@link Journal#FORMAT}, keep this file, and read both.
 */
final class GoldenJournalTest {
  private static final String NEWEST = "format-3.jsonl";

  @Test
  void aJournalOfFormat1ReadsAsWhatWasWritten() throws IOException {
    assertThat(read("format-1.jsonl")).isEqualTo(EventSamples.study(1));
  }

  @Test
  void aJournalOfFormat2ReadsAsWhatWasWritten() throws IOException {
    assertThat(read("format-2.jsonl")).isEqualTo(ofFormat2(2));
  }

  @Test
  void aJournalOfFormat3ReadsAsWhatWasWritten() throws IOException {
    assertThat(read(NEWEST)).isEqualTo(newest());
  }

  private static List<Stamped> ofFormat2(int writer) {
    List<Stamped> entries = new ArrayList<>(EventSamples.study(writer));
    entries.addAll(EventSamples.later());
    return entries;
  }

  static List<Stamped> newest() {
    List<Stamped> entries = ofFormat2(3);
    entries.addAll(EventSamples.laterThan2());
    return entries;
  }

  private static List<Stamped> read(String file) throws IOException {
    MemoryStorage storage = new MemoryStorage();
    storage.write("journal/000001.jsonl", golden(file));
    return JournalReader.read(storage).entries();
  }

  @Test
  void theSameStudyIsWrittenTheSameWay() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    newest().forEach(entry -> written.writeBytes(EventCodec.encode(entry)));
    assertThat(written.toString(StandardCharsets.UTF_8))
        .isEqualTo(new String(golden(NEWEST), StandardCharsets.UTF_8));
  }

  private static byte[] golden(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(GoldenJournalTest.class.getResourceAsStream(file), file)) {
      return in.readAllBytes();
    }
  }
}
