package dev.sturgeon.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.store.MemoryStorage;
import dev.sturgeon.trial.TrialId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JournalTest {
  private static final String FIRST = "journal/000001.jsonl";
  private static final String SECOND = "journal/000002.jsonl";

  private static final int UNSEALED = Journal.SEALED - 1;

  private final MemoryStorage storage = new MemoryStorage();

  @Test
  void manyEventsGoOutInOneAppend() throws IOException {
    Journal journal = open();
    int before = storage.appends();
    for (int i = 0; i < 100; i++) {
      journal.append(slots(i));
    }
    assertThat(storage.appends()).isEqualTo(before);
    journal.flush();
    assertThat(storage.appends()).isEqualTo(before + 1);
    assertThat(JournalReader.read(storage).entries()).hasSize(101);
  }

  @Test
  void theHeaderIsOnDiskAtOnceAndSaysWhatWasRead() throws IOException {
    open();
    long length = storage.read(FIRST).length;
    Journal second = open();
    Event.PartOpened opened = (Event.PartOpened) second.header().event();
    assertThat(opened.part()).isEqualTo(2);
    assertThat(opened.read()).containsExactly(length);
    assertThat(JournalReader.read(storage).entries()).hasSize(2);
  }

  /** A reader that looked before may still be there to write. */
  @Test
  void whatAZombieWritesLaterDoesNotCount() throws IOException {
    Journal zombie = open();
    zombie.append(slots(1));
    zombie.flush();
    open();
    write(FIRST, text(FIRST) + line(slots(66)));
    JournalContents read = JournalReader.read(storage);
    assertThat(read.entries().stream().map(Stamped::event))
        .contains(new Event.SlotsChanged(1))
        .doesNotContain(new Event.SlotsChanged(66));
    assertThat(read.notes()).singleElement().asString().contains(FIRST, "left out");
    open();
    assertThat(JournalReader.read(storage).entries().stream().map(Stamped::event))
        .doesNotContain(new Event.SlotsChanged(66));
  }

  @Test
  void aTornLastLineIsCutOffAndSaid() throws IOException {
    write(FIRST, header(1) + line(slots(1)) + "{\"at\":\"19");
    JournalContents read = JournalReader.read(storage);
    assertThat(read.entries()).hasSize(2);
    assertThat(read.notes())
        .singleElement()
        .asString()
        .contains(FIRST, "torn", "9 bytes", "offset " + (header(1) + line(slots(1))).length());
  }

  @Test
  void aTornLastLineStaysCutOffWhenTheNextPartHasBegun() throws IOException {
    write(FIRST, header(1) + line(slots(1)) + "{\"at\":\"19");
    open();
    JournalContents read = JournalReader.read(storage);
    assertThat(read.entries()).hasSize(3);
    assertThat(read.entries().get(2).event()).isInstanceOf(Event.PartOpened.class);
  }

  @Test
  void aPartThatDiedBeforeItsHeaderDoesNotMatter() throws IOException {
    open();
    write(SECOND, "");
    Journal third = open();
    assertThat(((Event.PartOpened) third.header().event()).part()).isEqualTo(3);
    assertThat(JournalReader.read(storage).entries()).hasSize(2);
  }

  @Test
  void aBranchWithoutItsChangeHasNotHappened() throws IOException {
    List<Stamped> golden = EventSamples.study();
    Stamped branch =
        golden.stream()
            .filter(
                entry ->
                    entry.event() instanceof Event.TrialStarted started && started.parent() != null)
            .findFirst()
            .orElseThrow();
    StringBuilder whole = new StringBuilder(header(1));
    golden.subList(1, golden.indexOf(branch)).forEach(entry -> whole.append(line(entry)));
    write(FIRST, whole + line(branch));
    JournalContents read = JournalReader.read(storage);
    assertThat(read.lengths())
        .containsExactly((long) whole.toString().getBytes(StandardCharsets.UTF_8).length);
    assertThat(read.notes()).singleElement().asString().contains("its change was not written");
  }

  @Test
  void damageInTheMiddleIsRefusedWithItsPlace() throws IOException {
    write(FIRST, header(1) + "{\"at\":rubbish}\n" + line(slots(1)));
    assertThatThrownBy(() -> JournalReader.read(storage))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageContaining("memory/" + FIRST)
        .hasMessageContaining("line 2")
        .hasMessageContaining("offset " + header(1).length());
  }

  @Test
  void aLineThatCannotFollowIsDamageToo() throws IOException {
    String stopped = line(new Stamped(Instant.EPOCH, 1, new Event.TrialStopped(new TrialId(0))));
    write(FIRST, header(1) + line(slots(1)) + stopped);
    assertThatThrownBy(() -> JournalReader.read(storage))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageContaining("memory/" + FIRST)
        .hasMessageContaining("line 3")
        .hasMessageContaining("offset " + (header(1) + line(slots(1))).length())
        .hasMessageContaining("cannot follow what stands before it");
  }

  @Test
  void anImpossibleValueIsDamageToo() throws IOException {
    write(FIRST, header(1) + line(slots(1)).replace("1970", "19x0") + line(slots(1)));
    assertThatThrownBy(() -> JournalReader.read(storage))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void anUnknownEventIsRefusedByName() throws IOException {
    write(FIRST, header(1) + line(slots(1)).replace("slotsChanged", "trialTeleported"));
    assertThatThrownBy(() -> JournalReader.read(storage))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageContaining("this version knows no Event 'trialTeleported'");
  }

  @Test
  void aLaterFormatIsRefused() throws IOException {
    write(FIRST, header(1).replace("\"format\":" + UNSEALED, "\"format\":9"));
    assertThatThrownBy(() -> JournalReader.read(storage))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageContaining("format 9")
        .hasMessageContaining("up to " + Journal.FORMAT);
  }

  @Test
  void aMissingPartIsRefused() throws IOException {
    open();
    open();
    storage.delete(FIRST);
    assertThatThrownBy(() -> JournalReader.read(storage))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageContaining(FIRST + " is missing");
  }

  @Test
  void aPartThatLostItsEndIsRefused() throws IOException {
    Journal first = open();
    first.append(slots(1));
    first.close();
    open();
    String whole = text(FIRST);
    write(FIRST, whole.substring(0, whole.indexOf('\n') + 1));
    assertThatThrownBy(() -> JournalReader.read(storage))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageContaining(FIRST);
  }

  private Journal open() throws IOException {
    return open(JournalReader.read(storage));
  }

  private Journal open(JournalContents read) throws IOException {
    return Journal.open(storage, read, Instant.EPOCH, EventSamples.VERSIONS, "host");
  }

  private String text(String path) throws IOException {
    return new String(storage.read(path), StandardCharsets.UTF_8);
  }

  private void write(String path, String text) throws IOException {
    storage.write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of the last format without checksums. */
  private static String header(int part) {
    return line(
        new Stamped(
            Instant.EPOCH,
            0,
            new Event.PartOpened(
                part, UNSEALED, EventSamples.VERSIONS, "host", "me", List.of(), "")));
  }

  private static String line(Stamped entry) {
    return new String(EventCodec.encode(entry), StandardCharsets.UTF_8);
  }

  private static Stamped slots(int slots) {
    return new Stamped(Instant.EPOCH, 1, new Event.SlotsChanged(slots));
  }
}
