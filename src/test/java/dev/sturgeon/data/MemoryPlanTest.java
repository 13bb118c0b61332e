package dev.sturgeon.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.data.MemoryPlan.Available;
import dev.sturgeon.data.MemoryPlan.Network;
import dev.sturgeon.data.MemoryPlan.Sizes;
import org.junit.jupiter.api.Test;

final class MemoryPlanTest {
  private static final long GB = 1L << 30;
  private static final Sizes DATA = new Sizes(8_000_000, 1_000_000, 99, 10);

  @Test
  void tenMillionRowsNeedGigabytesEverywhere() {
    MemoryPlan plan = MemoryPlan.of(DATA, new Network(0, 0, 0), 1);

    // 10 million rows (the probe is a second dev part) of 100 floats are 4 billion bytes.
    assertThat(plan.driverHeap()).isEqualTo(12_000_000_000L + MemoryPlan.RESERVED);
    // Two million rows are scored: ten outputs each on the heap, 99 inputs each outside.
    assertThat(plan.executorHeap()).isEqualTo(8_080_000_000L + MemoryPlan.RESERVED);
    assertThat(plan.offHeap()).isEqualTo(2_000_000L * 99 * 4);
  }

  @Test
  void everyTrialHasNetworksMiniBatchesAndActivationsOfItsOwn() {
    MemoryPlan without = MemoryPlan.of(DATA, new Network(0, 0, 0), 1);
    MemoryPlan one = MemoryPlan.of(DATA, new Network(1000, 500, 100), 1);
    MemoryPlan four = MemoryPlan.of(DATA, new Network(1000, 500, 100), 4);

    long batches = 200 * 109 * 4;
    long heap = batches + 11 * 1000 * 4;
    long offHeap = batches + 3 * 100 * 500 * 4 + 2048 * 500 * 4 + 6 * 1000 * 4;
    assertThat(one.executorHeap()).isEqualTo(without.executorHeap() + heap);
    assertThat(one.offHeap()).isEqualTo(without.offHeap() + offHeap);
    assertThat(four.offHeap()).isEqualTo(without.offHeap() + 4 * offHeap);
    assertThat(four.driverHeap()).isEqualTo(without.driverHeap() + 11 * 1000 * 4);
  }

  @Test
  void aMiniBatchOfAllRowsIsThereOnce() {
    Sizes small = new Sizes(1000, 0, 9, 1);
    assertThat(MemoryPlan.of(small, new Network(0, 0, 1000), 1).offHeap()).isEqualTo(1000 * 10 * 4);
  }

  @Test
  void whatFitsNoLongIsRefusedToo() {
    MemoryPlan plan = MemoryPlan.of(DATA, new Network(Long.MAX_VALUE, Long.MAX_VALUE, 1), 4);
    assertThat(plan.offHeap()).isEqualTo(Long.MAX_VALUE);
    assertThat(plan.problems(new Available(64 * GB, 64 * GB, 64 * GB, false))).hasSize(3);
    assertThat(plan.problems(new Available(64 * GB, 64 * GB, 64 * GB, true))).hasSize(2);
  }

  @Test
  void saysWhatIsOverFourFifthsOfWhatThereIsAndTheRemedy() {
    MemoryPlan plan = new MemoryPlan(GB, GB, GB);

    assertThat(plan.problems(new Available(2 * GB, 2 * GB, 2 * GB, false))).isEmpty();
    assertThat(plan.problems(new Available(GB * 5 / 4, 2 * GB, 2 * GB, false))).isEmpty();
    assertThat(plan.problems(new Available(GB * 6 / 5, 2 * GB, 2 * GB, false)))
        .singleElement()
        .asString()
        .contains("1024 MB", "1229 MB", "driver's heap", "spark.driver.memory");
    assertThat(plan.problems(new Available(2 * GB, GB, GB, false)))
        .hasSize(2)
        .anyMatch(problem -> problem.contains("spark.executor.memory "))
        .anyMatch(problem -> problem.contains("fewer trials"));
  }

  @Test
  void inOneJvmBothHeapsAreTheSameAndSparkReservesOnce() {
    MemoryPlan plan = new MemoryPlan(GB, GB, GB);

    assertThat(plan.problems(new Available(3 * GB, 3 * GB, 2 * GB, true))).isEmpty();
    assertThat(plan.problems(new Available(2 * GB, 2 * GB, 2 * GB, true)))
        .singleElement()
        .asString()
        .contains("1748 MB", "2048 MB", "driver and executor share", "spark.driver.memory");
  }
}
