package dev.sturgeon.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.StudyState;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrialTableTest {
  private final StudyState state = ReportSamples.finished();
  private final List<String> lines = TrialTable.of(state, 10).lines().toList();

  @Test
  void showsTheBestTenAndTheBaselines() {
    assertThat(lines).hasSize(1 + 10 + 2);
    String best = state.history().best().orElseThrow().id().toString();
    assertThat(lines.get(1)).matches("\\*  " + best + " +0\\.\\d{4} .*completed.*");
    assertThat(lines.subList(2, 13)).noneMatch(line -> line.startsWith("*"));
    assertThat(lines.get(11)).contains("majority class", "0.1033", "2.3026");
    assertThat(lines.get(12)).contains("linear model", "0.9600");
  }

  @Test
  void showsTheHyperparametersThatVary() {
    assertThat(lines.get(0))
        .contains("trial", "accuracy", "loss", "learningRate", "units", "updater", "momentum")
        .doesNotContain("epsilon");
    assertThat(lines.subList(1, 11)).anyMatch(line -> line.endsWith("–"));
  }

  @Test
  void columnsAreAligned() {
    int column = lines.get(0).indexOf("accuracy");
    assertThat(lines.subList(1, 13))
        .allMatch(line -> line.charAt(column) == '0' && line.charAt(column - 1) == ' ');
  }

  @Test
  void theLowestErrorOfNumbersStandsFirst() {
    StudyState numbers = ReportSamples.ofNumbers();
    List<String> table = TrialTable.of(numbers, 40).lines().toList();
    List<Double> errors =
        table.subList(1, 1 + numbers.history().ranked().size()).stream()
            .map(line -> Double.valueOf(line.substring(1).trim().split(" +", -1)[1]))
            .toList();
    assertThat(table.get(0)).contains("rmse", "loss");
    assertThat(errors).hasSize(34).isSorted().allMatch(error -> error < 80_000);
    assertThat(table.get(1)).startsWith("*");
    assertThat(table.get(table.size() - 2)).contains("mean", "80000.0", "1.0000");
  }

  @Test
  void aStudyWithoutTrialsIsAHeadOnly() {
    assertThat(TrialTable.of(ReportSamples.empty(), 10).lines()).hasSize(1);
  }
}
