package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.conf.StudyWriter;
import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.Command;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WarmStartTest {
  private static final Value L2 = Value.of(1e-4);

  @TempDir Path directory;

  @Test
  void theConfirmedWinnerComesFirstAndOnce() throws Exception {
    PhasesBench bench = new PhasesBench();
    bench.caviar(PhasesBench.conf());
    List<Trial> ranked = bench.state().history().ranked();
    TrialId second = ranked.get(1).id();
    // The confirmation says that the second best is the best.
    List<Stamped> entries =
        bench.entries().stream()
            .map(
                entry ->
                    entry.event() instanceof Event.ConfirmationEnded end
                        ? new Stamped(
                            entry.at(), entry.t(), new Event.ConfirmationEnded(second, end.saved()))
                        : entry)
            .toList();
    List<Trial> first = WarmStart.bestFirst(StudyState.from(entries));
    assertThat(first.stream().map(Trial::id).limit(3))
        .containsExactly(second, ranked.get(0).id(), ranked.get(2).id());
    Stream<Configuration> all = first.stream().map(Trial::configuration);
    assertThat(all).hasSameSizeAs(ranked).doesNotHaveDuplicates();
  }

  /** A finished panda whose L2, which its space has fixed, was nudged. */
  private String nudged() throws Exception {
    PhasesBench bench = new PhasesBench();
    Command.Sender ann = new Command.Sender("ann", Instant.EPOCH, "");
    Map<String, Value> values = Map.of("l2", L2);
    Inbox.send(bench.storage, new Command.Nudge(ann, Order.Kind.NUDGE, new TreeMap<>(values), 3));
    bench.caviar(PhasesBench.conf("panda.rules=[]").ofPanda());
    Path journal = Files.createDirectories(directory.resolve("journal"));
    Files.write(journal.resolve("000001.jsonl"), bench.storage.read("journal/000001.jsonl"));
    return directory.toString();
  }

  @Test
  void aPandaBeginsWithWhatWasNudgedInAnother() throws Exception {
    String from = nudged();
    StudyConf conf = PhasesBench.conf("panda.rules=[]").ofPanda();
    StudyConf begun = WarmStart.bestOf(from, conf);
    assertThat(begun.search().method().first())
        .containsExactly(conf.space().defaults().with("l2", L2));
    StudyConf frozen = Configurations.frozen("study.yaml", StudyWriter.write(begun), conf.space());
    assertThat(frozen.search().method().first()).isEqualTo(begun.search().method().first());
    PhasesBench next = new PhasesBench();
    next.caviar(begun);
    assertThat(next.state().history().get(new TrialId(0)).configuration().get("l2")).isEqualTo(L2);
  }

  @Test
  void soDoThePandasOfAComparison() throws Exception {
    StudyConf conf = PhasesBench.conf("versus.coreSeconds=1000");
    PandaStart start = PandaStart.of(nudged(), conf);
    assertThat(start.of(conf, 1).get("l2")).isEqualTo(L2);
  }

  @Test
  void aSearchLeavesItAsItIsFixed() throws Exception {
    StudyConf conf = PhasesBench.conf("search.sampler=model", "search.warmStart=" + nudged());
    List<String> notes = new ArrayList<>();
    StudyConf warm =
        WarmStart.apply(
            conf,
            new StudyListener() {
              @Override
              public void note(String sentence) {
                notes.add(sentence);
              }
            });
    assertThat(warm.search().method().first()).containsExactly(conf.space().defaults());
    assertThat(notes)
        .singleElement()
        .asString()
        .endsWith(
            "its trials [0] are tried first, with l2 as this study has it, not as they were"
                + " nudged");
  }

  @Test
  void whatNoNudgeCouldSetMustBeInTheSpace() throws Exception {
    String from = nudged();
    StudyConf other = PhasesBench.conf("space.units=77").ofPanda();
    assertThatThrownBy(() -> WarmStart.bestOf(from, other))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is not in this study's space")
        .hasMessageContaining("units=")
        .hasMessageEndingWith("; give the space of that study");
  }
}
