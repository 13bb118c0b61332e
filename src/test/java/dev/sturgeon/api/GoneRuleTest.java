package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.space.Value;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.store.Storage;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.TrialId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A panda with a rule of the user's own whose class is not here. */
final class GoneRuleTest {
  @TempDir Path directory;

  /** As if that rule had never wanted anything. */
  @BeforeEach
  void run() throws Exception {
    PhasesBench bench = new PhasesBench();
    bench.caviar(PhasesBench.conf("panda.rules=[]").ofPanda());
    Storage storage = StudyStorage.open(directory.toString());
    Versions versions = new Versions("test", "test", "test", "test");
    try (Journal journal =
        Journal.open(storage, JournalReader.read(storage), Instant.EPOCH, versions, "node-1")) {
      for (Stamped entry : bench.entries()) {
        if (!(entry.event() instanceof Event.PartOpened)) {
          journal.append(
              entry.event() instanceof Event.StudyStarted birth ? with(birth, entry) : entry);
        }
      }
      journal.flush();
    }
  }

  private static Stamped with(Event.StudyStarted birth, Stamped entry) {
    String rule = birth.configuration().replace("rules: []", "rules: [{class: com.example.Gone}]");
    assertThat(rule).contains("com.example.Gone");
    return new Stamped(
        entry.at(),
        entry.t(),
        new Event.StudyStarted(
            birth.name(), birth.seed(), rule, birth.space(), birth.objective(), birth.data()));
  }

  @Test
  void whoeverOnlyReadsDoesNotMissIt() throws Exception {
    String study = directory.toString();
    assertThat(Sturgeon.status(study).best()).isNotNull();
    assertThat(Sturgeon.explain(study, "0").steps()).hasSizeGreaterThan(9);
    StudyPast past = StudyPast.open(study);
    Order order =
        new Order(1, Order.Kind.NUDGE, new TreeMap<>(Map.of("units", Value.of(5L))), 0, "ann", "");
    assertThat(past.state().history().get(new TrialId(0)).epoch()).isEqualTo(9);
    assertThat(past.objection(order)).isPresent();
  }

  @Test
  void aReplaySaysWhatItMisses() {
    assertThatThrownBy(() -> Sturgeon.replay(directory.toString()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("panda.rules: there is no class 'com.example.Gone'")
        .hasMessageContaining("give its jar to --jars");
  }
}
