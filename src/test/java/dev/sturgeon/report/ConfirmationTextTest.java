package dev.sturgeon.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.journal.StudyState;
import org.junit.jupiter.api.Test;

final class ConfirmationTextTest {
  private final StudyState state = ReportSamples.confirmed();
  private final ConfirmationFigures figures = ConfirmationFigures.of(state).orElseThrow();

  @Test
  void theFiguresAreTheRuns() {
    assertThat(figures.runs()).isEqualTo(12);
    assertThat(figures.done()).isEqualTo(12);
    assertThat(figures.seeds()).isEqualTo(4);
    assertThat(figures.over()).isTrue();
    ConfirmationFigures.Candidate first = figures.candidates().get(0);
    assertThat(first.searched()).isEqualTo(best());
    assertThat(first.mean()).isCloseTo(0.95, within(1e-12));
    assertThat(first.verdict()).isEqualTo("best on average");
    ConfirmationFigures.Candidate second = figures.candidates().get(1);
    assertThat(figures.winner()).isEqualTo(second.trial());
    assertThat(second.verdict()).isEqualTo("wins: not distinguished from the best, cheapest");
    assertThat(second.differenceLow()).isNegative();
    assertThat(second.differenceHigh()).isPositive();
  }

  private double best() {
    return state.history().ranked().get(0).scores().orElseThrow().metric();
  }

  @Test
  void theTerminalShowsAllOfItAndWhatNotToBelieve() {
    assertThat(TrialTable.confirmed(state))
        .contains("in the search", "confirmed, mean", "difference to the best, 95 %")
        .contains("flatter (Cawley and Talbot 2010; Bouthillier et al. 2021)")
        .contains("Confirmed: trial " + figures.winner() + " with accuracy 0.9400 on the dev part")
        .contains("On the test part, used once: accuracy 0.9450 on 266 rows (95 %: 0.9100…0.9700)");
    assertThat(TrialTable.confirmed(ReportSamples.finished())).isEmpty();
  }

  @Test
  void thePageShowsItToo() {
    assertThat(HtmlReport.of(state))
        .contains("<h2>Confirmation</h2>", "used once", "which it was selected on", "<td>c5</td>");
    assertThat(HtmlReport.of(ReportSamples.finished())).doesNotContain("<h2>Confirmation</h2>");
  }

  @Test
  void oneThatIsUnderWaySaysHowFar() {
    assertThat(TrialTable.confirmed(ReportSamples.beingConfirmed()))
        .contains("Being confirmed: 11 of 12 runs are over.")
        .doesNotContain("test part");
  }
}
