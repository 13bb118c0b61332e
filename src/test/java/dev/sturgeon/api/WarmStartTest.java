package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WarmStartTest {

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
}
