package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.JournalContents;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.store.MemoryStorage;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A journal cut off anywhere, as a machine that loses power cuts it off. */
final class CutJournalTest {
  private static final String FILE = "journal/000001.jsonl";

  private final byte[] whole;
  private final List<Stamped> events;
  private final List<Trial> trials;

  CutJournalTest() throws Exception {
    Bench bench = bench(new MemoryStorage());
    trials = bench.run().state().history().trials();
    whole = bench.storage.read(FILE);
    events = bench.entries();
  }

  @Test
  void atEveryByteItOpensAndLosesNoWholeEvent() throws IOException {
    assertThat(whole.length).isGreaterThan(2000);
    int lines = 0;
    for (int length = 0; length <= whole.length; length++) {
      lines += length > 0 && whole[length - 1] == '\n' ? 1 : 0;
      JournalContents read = JournalReader.read(cut(length));
      assertThat(read.entries()).as("cut at %d", length).isEqualTo(events.subList(0, lines));
      assertThat(read.notes()).hasSize(isWhole(length) ? 0 : 1);
    }
    assertThat(lines).isEqualTo(events.size());
  }

  @Test
  void aStudyGoesOnFromEveryEventAndEndsTheSame() throws Exception {
    for (int length = 0; length < whole.length; length++) {
      boolean inside = !isWhole(length) && isWhole(length - 1);
      if (isWhole(length) || inside) {
        Bench bench = bench(cut(length));
        assertThat(bench.run().state().history().trials())
            .as("cut at %d", length)
            .usingRecursiveComparison()
            .isEqualTo(trials);
      }
    }
  }

  private boolean isWhole(int length) {
    return length == 0 || whole[length - 1] == '\n';
  }

  private MemoryStorage cut(int length) throws IOException {
    MemoryStorage storage = new MemoryStorage();
    storage.write(FILE, Arrays.copyOf(whole, length));
    return storage;
  }

  private static Bench bench(MemoryStorage storage) {
    Bench bench = new Bench(storage);
    bench.slots = 1;
    bench.budget = new Budget(3, 4, 2);
    return bench;
  }
}
