package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.Event;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.LayerNorms;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the study loop notes about trials, in the journal and to the listener. */
final class NotesTest {
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
