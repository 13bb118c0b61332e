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
  void aStudyWithoutTrialsIsAHeadOnly() {
    assertThat(TrialTable.of(ReportSamples.empty(), 10).lines()).hasSize(1);
  }
}
