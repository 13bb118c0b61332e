package dev.sturgeon.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.store.MemoryStorage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InboxTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final MemoryStorage storage = new MemoryStorage();

  private static Command stop(Instant when) {
    return new Command.Stop(new Command.Sender("ann@node-1", when, "enough"), false);
  }

  @Test
  void aCommandArrivesAsItWasSent() throws IOException {
    Inbox inbox = Inbox.open(storage);
    assertThat(inbox.waiting()).isEmpty();
    String name = Inbox.send(storage, stop(NOON));
    assertThat(inbox.waiting()).containsExactly(name);
    assertThat(inbox.read(name)).isEqualTo(new Event.CommandReceived(name, stop(NOON)));
    inbox.clear(name, false);
    assertThat(inbox.waiting()).isEmpty();
    assertThat(Inbox.isWaiting(storage, name)).isFalse();
  }

  @Test
  void commandsKeepTheirOrderAndNeverCollide() throws IOException {
    String late = Inbox.send(storage, stop(NOON.plusSeconds(1)));
    String early = Inbox.send(storage, stop(NOON));
    String latest = Inbox.send(storage, stop(NOON.plusMillis(1001)));
    assertThat(Inbox.open(storage).waiting()).containsExactly(early, late, latest);
    Inbox.send(storage, stop(NOON));
    assertThat(Inbox.open(storage).waiting()).hasSize(4);
  }

  @Test
  void aStopThatAnEarlierDriverDidNotTakeIsNotObeyed() throws IOException {
    String name = Inbox.send(storage, stop(NOON));
    Inbox inbox = Inbox.open(storage);
    assertThat(inbox.read(name)).isInstanceOf(Event.CommandRefused.class);
    inbox.clear(name, true);
    assertThat(inbox.waiting()).isEmpty();
    assertThat(storage.list("inbox/refused")).containsExactly(name);
  }

  @Test
  void aCommandCanBeTakenBack() throws IOException {
    String name = Inbox.send(storage, stop(NOON));
    Inbox.withdraw(storage, name);
    Inbox.withdraw(storage, name);
    Inbox inbox = Inbox.open(storage);
    assertThat(inbox.waiting()).isEmpty();
    assertThatThrownBy(() -> inbox.read(name)).isInstanceOf(NoSuchFileException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "stop",
        "[]",
        "null",
        "{}",
        "{\"command\":\"stop\"}",
        "{\"command\":\"fly\",\"sender\":{\"who\":\"a\",\"when\":\"2026-11-22T12:00:00Z\",\"why\":\"\"}}",
        "{\"command\":\"stop\",\"now\":true,\"sender\":{\"who\":\"a\",\"when\":\"noon\",\"why\":\"\"}}",
        "{\"command\":\"stop\",\"now\":true,\"sender\":{\"who\":null,\"when\":\"2026-11-22T12:00:00Z\",\"why\":\"\"}}",
        "{\"command\":\"stop\",\"now\":true,\"after\":3,\"sender\":{\"who\":\"a\",\"when\":\"2026-11-22T12:00:00Z\",\"why\":\"\"}}",
        "{\"command\":\"java.lang.Runtime\"}",
      })
  void whatIsNoCommandIsRefusedWithTheReason(String content) throws IOException {
    Inbox inbox = Inbox.open(storage);
    storage.write("inbox/x.json", content.getBytes(StandardCharsets.UTF_8));
    assertThat(inbox.read("x.json"))
        .isInstanceOfSatisfying(
            Event.CommandRefused.class,
            refused ->
                assertThat(refused.why()).startsWith("it is no command: ").hasSizeGreaterThan(20));
  }

  @Test
  void otherFilesAreLeftAlone() throws IOException {
    for (String name : List.of("README", ".x.json", "x.json~", "a b.json", "\u001b[2Jx.json")) {
      storage.write("inbox/" + name, new byte[0]);
    }
    assertThat(Inbox.open(storage).waiting()).isEmpty();
  }
}
