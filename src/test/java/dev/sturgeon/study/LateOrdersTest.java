package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.Command;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.store.MemoryStorage;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LateOrdersTest {
  private static final Command.Sender ANN = new Command.Sender("ann@node-1", Instant.EPOCH, "");

  @Test
  void ordersAreRefusedAndOtherCommandsLeft() throws Exception {
    MemoryStorage storage = new MemoryStorage();
    List<String> told = new ArrayList<>();
    Inbox inbox = Inbox.open(storage);
    String order =
        Inbox.send(storage, new Command.Nudge(ANN, Order.Kind.PAUSE, new TreeMap<>(), 0));
    String stop = Inbox.send(storage, new Command.Stop(ANN, false));
    var read = JournalReader.read(storage);
    Clock clock = new VirtualClock();
    Versions versions = new Versions("test", "test", "test", "test");
    try (Ledger ledger =
        Ledger.of(Journal.open(storage, read, clock.wall(), versions, "host"), read, clock)) {
      ledger.record(Bench.birth(Metric.ACCURACY));
      LateOrders.refuse(
          inbox,
          ledger,
          new StudyListener() {
            @Override
            public void note(String sentence) {
              told.add(sentence);
            }
          });
    }
    StudyState state = StudyState.from(JournalReader.read(storage).entries());
    assertThat(state.refusal(order)).hasValueSatisfying(w -> assertThat(w).contains("finished"));
    assertThat(state.history().orders()).isEmpty();
    assertThat(state.hasHandled(stop)).isFalse();
    assertThat(inbox.waiting()).containsExactly(stop);
    assertThat(storage.list("inbox/refused")).containsExactly(order);
    assertThat(told).singleElement().asString().contains(order, "is not obeyed");
  }
}
