package dev.sturgeon.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.store.MemoryStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the journal's format: a journal that was written must stay readable for ever. Where this
 * fails, the format has changed: raise {@link Journal#FORMAT}, keep this file, and read both.
 */
final class GoldenJournalTest {
  private static final String NEWEST = "format-1-core-hours.jsonl";

  /** The second one's writer knew of core-hours. */
  @ParameterizedTest
  @ValueSource(strings = {"format-1.jsonl", NEWEST})
  void aJournalOfFormat1ReadsAsWhatWasWritten(String file) throws IOException {
    MemoryStorage storage = new MemoryStorage();
    storage.write("journal/000001.jsonl", golden(file));
    assertThat(JournalReader.read(storage).entries()).isEqualTo(EventSamples.study());
  }

  @Test
  void theSameStudyIsWrittenTheSameWay() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    EventSamples.study().forEach(entry -> written.writeBytes(EventCodec.encode(entry)));
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
