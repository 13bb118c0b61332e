package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.trial.Retested.Outcome;
import org.junit.jupiter.api.Test;

final class ExitCodeTest {

  @Test
  void aReTestInWhichNothingTrainsSaysWhatItsAnswerSays() {
    assertThat(ExitCode.of(Outcome.DEGRADED, false)).isEqualTo(ExitCode.DEGRADED);
    assertThat(ExitCode.of(Outcome.UNDECIDED, false)).isEqualTo(ExitCode.NOTHING_TRAINED);
    assertThat(ExitCode.of(Outcome.UNDECIDED, true)).isEqualTo(ExitCode.UNDECIDED);
  }
}
