package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalContents;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.store.MemoryStorage;
import dev.sturgeon.trial.TrialId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class LedgerTest {

  @Test
  void whatCannotHaveHappenedNeverReachesTheDisk() throws Exception {
    MemoryStorage storage = new MemoryStorage();
    JournalContents none = JournalContents.empty();
    Versions versions = new Versions("test", "test", "test", "test");
    Journal journal = Journal.open(storage, none, Instant.EPOCH, versions, "host");
    try (Ledger ledger = Ledger.of(journal, none, new VirtualClock())) {
      assertThatThrownBy(() -> ledger.record(new Event.TrialStopped(new TrialId(7))))
          .isInstanceOf(RuntimeException.class);
      ledger.end("a bug");
    }
    assertThat(JournalReader.read(storage).entries())
        .extracting(Stamped::event)
        .last()
        .isEqualTo(new Event.DriverEnded("a bug"));
  }
}
