package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalContents;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.LayerNorms;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Usage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the study loop notes about trials, in the journal and to the listener. */
final class NotesTest {
  private static final Versions VERSIONS = new Versions("test", "test", "test", "test");

  private final Bench bench = new Bench();

  /** Trials 1 and 3 have vanishing gradients from their first epoch on. */
  private static CurvePoint sick(Segment segment, int epoch) {
    double first = segment.trial().number() % 2 == 0 ? 0.1 : 1e-9;
    Scores scores = new Scores(1, 0.5);
    List<LayerNorms> norms =
        List.of(new LayerNorms("0", first, 0.1), new LayerNorms("1", 0.2, 0.1));
    return new CurvePoint(epoch, 0.1, scores, scores, norms, 1);
  }

  @Test
  void aTrialIsNotedOnceHoweverManySegmentsItHas() throws Exception {
    bench.surrogate = NotesTest::sick;
    bench.budget = new Budget(4, 6, 2);
    bench.run();
    assertThat(bench.events(Event.TrialNoted.class))
        .extracting(Event.TrialNoted::trial)
        .containsExactlyInAnyOrder(new TrialId(1), new TrialId(3));
    assertThat(bench.told)
        .filteredOn(told -> told.startsWith("noted"))
        .hasSize(2)
        .allMatch(told -> told.matches("noted trial [13]: gradients vanish: layer 0's is 1e-9.*"));
    assertThat(bench.replayed().trialNotes()).isEqualTo(bench.events(Event.TrialNoted.class));
  }

  @Test
  void aStudyThatGoesOnDoesNotRepeatItself() throws Exception {
    bench.surrogate = NotesTest::sick;
    bench.budget = new Budget(2, 6, 2);
    bench.run();
    bench.budget = new Budget(4, 6, 2);
    bench.run();
    assertThat(bench.events(Event.TrialNoted.class)).hasSize(2);
  }

  @Test
  void aTrialWhoseCheckpointWasDamagedIsNoted() throws Exception {
    bench.budget = new Budget(1, 4, 2);
    bench.run();
    assertThat(bench.events(Event.TrialNoted.class)).isEmpty();
    CheckpointRef first = new CheckpointRef("checkpoints/0/2", "a".repeat(64), 2);
    Trial whole = bench.replayed().history().trials().get(0);
    Trial after = whole.after(advanced(new Checkpoints(first, first, first)));
    JournalContents read = JournalReader.read(bench.storage);
    Journal journal = Journal.open(bench.storage, read, Instant.EPOCH, VERSIONS, "host");
    try (Ledger ledger = Ledger.of(journal, read, bench.clock)) {
      new Notes(ledger, new StudyListener() {}).ofTrial(whole, after);
    }
    assertThat(bench.events(Event.TrialNoted.class))
        .extracting(Event.TrialNoted::text)
        .containsExactly("its checkpoint was damaged or missing: trained again from epoch 2");
  }

  private static SegmentResult advanced(Checkpoints checkpoints) {
    return new SegmentResult.Advanced(
        5,
        SegmentResult.Ending.OPEN,
        List.of(Bench.point(5, 0.5)),
        checkpoints,
        new Usage("worker", 1, 1));
  }

  @Test
  void gradientsThatExplodedBeforeATrialDivergedAreNoted() throws Exception {
    bench.budget = new Budget(1, 6, 6);
    bench.surrogate =
        (segment, epoch) -> {
          Scores scores = new Scores(epoch < 4 ? 1 : Double.NaN, 0.5);
          List<LayerNorms> norms =
              List.of(new LayerNorms("0", Math.pow(100, epoch), 1), new LayerNorms("1", epoch, 1));
          return new CurvePoint(epoch, 0.1, scores, scores, norms, 1);
        };
    bench.run();
    assertThat(bench.events(Event.TrialNoted.class))
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.epoch()).isEqualTo(2);
              assertThat(note.text()).startsWith("gradients explode: layer 0's is 1e4 in epoch 2");
            });
  }
}
