package dev.sturgeon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.bench.chaos.Fault;
import dev.sturgeon.bench.chaos.Faults;
import dev.sturgeon.bench.chaos.Finding;
import dev.sturgeon.bench.chaos.Ground;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows of the chaos suite that no other test has, with the least of repetitions and without what is
 * measured in seconds, which a busy machine decides: {@code src/bench/run chaos} has it all.
 */
@Timeout(900)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChaosIT {
  private final Ground ground;

  ChaosIT(@TempDir Path directory) {
    this.ground = new Ground(directory, 0.02);
  }

  @AfterAll
  void stop() {
    ground.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "driver-kills",
        "executor-kills",
        "speculation",
        "crash-local",
        "hang-local",
        "disk-full",
        "clock"
      })
  void everyAimIsMet(String row) throws Exception {
    Fault fault =
        Faults.all().stream().filter(one -> one.name().equals(row)).findFirst().orElseThrow();
    assertThat(fault.cause(ground))
        .filteredOn(finding -> !finding.name().startsWith("seconds"))
        .isNotEmpty()
        .allMatch(Finding::met);
  }
}
