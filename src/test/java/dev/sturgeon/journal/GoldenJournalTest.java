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
  private static final String NEWEST = "format-6.jsonl";
  private static final String CONTINUED = "format-6-continued.jsonl";

  @Test
  void aJournalOfFormat1ReadsAsWhatWasWritten() throws IOException {
    assertThat(read("format-1.jsonl")).isEqualTo(EventSamples.study(1));
  }

  @Test
  void aJournalOfFormat2ReadsAsWhatWasWritten() throws IOException {
    List<Stamped> entries = new ArrayList<>(EventSamples.study(2));
    entries.addAll(EventSamples.later());
    assertThat(read("format-2.jsonl")).isEqualTo(entries);
  }

  @Test
  void aJournalOfFormat3ReadsAsWhatWasWritten() throws IOException {
    List<Stamped> entries = new ArrayList<>(ofFormat(3));
    entries.add(EventSamples.later().get(0));
    assertThat(read("format-3.jsonl", "format-3-continued.jsonl")).isEqualTo(entries);
  }

  @Test
  void aJournalOfFormat4ReadsAsWhatWasWritten() throws IOException {
    List<Stamped> entries = new ArrayList<>(ofFormat(4));
    entries.addAll(EventSamples.laterThan3());
    entries.add(EventSamples.later().get(0));
    assertThat(read("format-4.jsonl", "format-4-continued.jsonl")).isEqualTo(entries);
  }

  @Test
  void aJournalOfFormat5ReadsAsWhatWasWritten() throws IOException {
    List<Stamped> entries = new ArrayList<>(sinceFormat5(5));
    entries.add(EventSamples.later().get(0));
    assertThat(read("format-5.jsonl", "format-5-continued.jsonl")).isEqualTo(entries);
  }

  @Test
  void aJournalOfFormat6ReadsAsWhatWasWritten() throws IOException {
    List<Stamped> entries = new ArrayList<>(newest());
    entries.add(EventSamples.later().get(0));
    assertThat(read(NEWEST, CONTINUED)).isEqualTo(entries);
  }

  static List<Stamped> newest() {
    return sinceFormat5(6);
  }

  private static List<Stamped> sinceFormat5(int format) {
    List<Stamped> entries = new ArrayList<>(ofFormat(format));
    entries.addAll(EventSamples.laterThan3());
    entries.addAll(EventSamples.laterThan4());
    return entries;
  }

  private static List<Stamped> ofFormat(int format) {
    List<Stamped> entries = new ArrayList<>(EventSamples.study(format));
    entries.addAll(EventSamples.later());
    entries.add(EventSamples.previous());
    entries.addAll(EventSamples.laterThan2());
    return entries;
  }

  private static List<Stamped> read(String... files) throws IOException {
    MemoryStorage storage = new MemoryStorage();
    for (int i = 0; i < files.length; i++) {
      storage.write(JournalFiles.path(i + 1), golden(files[i]));
    }
    return JournalReader.read(storage).entries();
  }

  @Test
  void theSameStudyIsWrittenTheSameWay() throws IOException {
    String first = text(newest());
    assertThat(first).isEqualTo(new String(golden(NEWEST), StandardCharsets.UTF_8));
    long read = golden(NEWEST).length;
    assertThat(text(List.of(EventSamples.continued(read), EventSamples.later().get(0))))
        .isEqualTo(new String(golden(CONTINUED), StandardCharsets.UTF_8));
  }

  private static String text(List<Stamped> entries) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    entries.forEach(entry -> written.writeBytes(EventCodec.encode(entry)));
    return new String(new Seal().on(written.toByteArray()), StandardCharsets.UTF_8);
  }

  private static byte[] golden(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(GoldenJournalTest.class.getResourceAsStream(file), file)) {
      return in.readAllBytes();
    }
  }
}
