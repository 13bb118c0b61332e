package dev.sturgeon.bench.chaos;

import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalContents;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.store.LocalStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A real journal is cut off at every byte of its end; a driver opens it and goes on writing. */
final class CutJournal implements Fault {
  private static final int EVENTS = 12;
  private static final String FILE = "journal/000001.jsonl";
  private static final Event MORE = new Event.SearchNoted("it goes on");

  @Override
  public String name() {
    return "torn-journal";
  }

  @Override
  public List<Finding> cause(Ground ground) throws Exception {
    Search search =
        Search.digits(
            ground,
            name(),
            "space.hiddenLayers=1",
            "search={scheduler: full, sampler: random, maxTrials: 8, maxEpochs: 2}");
    try (JavaProcess driver = search.local()) {
      driver.await(Ground.PATIENCE);
    }
    byte[] whole = Files.readAllBytes(search.study().resolve(FILE));
    List<Stamped> events = search.story().entries();
    int cuts = 0;
    int unopened = 0;
    int mostLost = 0;
    for (int length = whole.length - 1; begun(whole, length) > events.size() - EVENTS; length--) {
      cuts++;
      Path copy = ground.directory().resolve(ground.name("cut"));
      Files.createDirectories(copy.resolve("journal"));
      Files.write(copy.resolve(FILE), Arrays.copyOf(whole, length));
      try {
        mostLost = Math.max(mostLost, begun(whole, length) - goOn(copy, events));
      } catch (IOException | RuntimeException e) {
        System.err.println("cut at " + length + ": " + e);
        unopened++;
      }
      new LocalStorage(copy).delete("");
    }
    return List.of(
        Finding.atLeast("cuts", cuts, EVENTS),
        Finding.exactly("notOpened", unopened, 0),
        Finding.atMost("eventsLost.most", mostLost, 1));
  }

  /** How many lines have begun within so many bytes. */
  private static int begun(byte[] whole, int length) {
    int lines = length > 0 ? 1 : 0;
    for (int i = 0; i < length - 1; i++) {
      lines += whole[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  /** Opens the journal and writes to it; returns how many of the old events it still tells. */
  private static int goOn(Path copy, List<Stamped> events) throws IOException {
    LocalStorage storage = new LocalStorage(copy);
    JournalContents read = JournalReader.read(storage);
    int kept = read.entries().size();
    Versions versions = new Versions("chaos", "chaos", "chaos", "chaos");
    Stamped more = new Stamped(Instant.EPOCH, read.seconds(), MORE);
    try (Journal journal = Journal.open(storage, read, Instant.EPOCH, versions, "chaos")) {
      journal.append(more);
      journal.flush();
    }
    List<Stamped> after = JournalReader.read(storage).entries();
    boolean whole =
        after.subList(0, kept).equals(events.subList(0, kept))
            && after.get(after.size() - 1).equals(more);
    if (!whole) {
      throw new IOException("it tells something else than was written");
    }
    return kept;
  }
}
