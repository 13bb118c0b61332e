package dev.sturgeon.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.data.MemoryPlan.Available;
import dev.sturgeon.data.MemoryPlan.Sizes;
import org.junit.jupiter.api.Test;

final class MemoryPlanTest {
  private static final long GB = 1L << 30;

  @Test
  void tenMillionRowsNeedGigabytesEverywhere() {
    MemoryPlan plan = MemoryPlan.of(new Sizes(8_000_000, 1_000_000, 99, 10, 4, 1 << 20));

    // 10 million rows (the probe is a second dev part) of 100 floats are 4 billion bytes.
    assertThat(plan.driverHeap()).isEqualTo(12_000_000_000L + (300L << 20));
    assertThat(plan.executorHeap()).isEqualTo(8_000_000_000L + (300L << 20));
    assertThat(plan.offHeap()).isEqualTo(10_000_000L * 109 * 4 + 24 * (1L << 20));
  }

  @Test
  void saysWhatIsOverFourFifthsOfWhatThereIsAndTheRemedy() {
    MemoryPlan plan = new MemoryPlan(GB, GB, GB);

    assertThat(plan.problems(new Available(2 * GB, 2 * GB, 2 * GB))).isEmpty();
    assertThat(plan.problems(new Available(GB * 5 / 4, 2 * GB, 2 * GB))).isEmpty();
    assertThat(plan.problems(new Available(GB * 6 / 5, 2 * GB, 2 * GB)))
        .singleElement()
        .asString()
        .contains("1024 MB", "1229 MB", "driver's heap", "spark.driver.memory");
    assertThat(plan.problems(new Available(2 * GB, GB, GB)))
        .hasSize(2)
        .anyMatch(problem -> problem.contains("spark.executor.memory "))
        .anyMatch(problem -> problem.contains("fewer trials"));
  }
}
