package dev.sturgeon.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CandidatesTest {
  private final History history = ConfirmingSamples.history();

  private void add(double x, double metric, boolean whole) {
    TrialId id = new TrialId(history.trials().size());
    history.put(ConfirmingSamples.trained(id, x, metric, 1, whole));
  }

  private List<Integer> chosen(double standardError, int most) {
    return Candidates.of(history, standardError, most).stream().map(t -> t.id().number()).toList();
  }

  @Test
  void thoseWithinAStandardErrorOfTheBestBestFirst() {
    add(0, 0.90, true);
    add(1, 0.97, true);
    add(2, 0.98, true);
    add(3, 0.955, true);
    add(4, 0.96, true);
    assertThat(chosen(0.02, 8)).containsExactly(2, 1, 4);
    assertThat(chosen(0.03, 8)).containsExactly(2, 1, 4, 3);
    assertThat(chosen(0.5, 2)).containsExactly(2, 1);
  }

  @Test
  void atLeastThreeFilledUpWithTheNextBest() {
    add(0, 0.5, true);
    add(1, 0.9, true);
    add(2, 0.6, true);
    assertThat(chosen(0.001, 8)).containsExactly(1, 2, 0);
    assertThat(chosen(0.001, 1)).containsExactly(1);
  }

  @Test
  void oneThatWasGivenUpIsTakenOnlyWhereTooFewWereTrainedToTheEnd() {
    add(0, 0.99, false);
    add(1, 0.9, true);
    add(2, 0.89, true);
    assertThat(chosen(0.1, 8)).containsExactly(1, 2, 0);
    add(3, 0.88, true);
    assertThat(chosen(0.1, 8)).containsExactly(1, 2, 3);
  }

  @Test
  void theSameConfigurationIsTakenOnce() {
    add(0, 0.9, true);
    add(0, 0.91, true);
    add(1, 0.92, true);
    assertThat(chosen(1, 8)).containsExactly(2, 1);
  }

  @Test
  void repeatsAreNoCandidates() {
    add(0, 0.9, true);
    history.put(ConfirmingSamples.trained(TrialId.repeat(0), 7, 0.99, 1, true));
    assertThat(chosen(1, 8)).containsExactly(0);
    assertThat(history.best().map(Trial::id)).contains(new TrialId(0));
  }

  @Test
  void noneWhereNothingHasAValue() {
    history.put(ConfirmingSamples.born(new TrialId(0), 1).running());
    assertThat(chosen(1, 8)).isEmpty();
  }
}
