package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.data.MemoryPlan;
import dev.sturgeon.data.MemoryPlan.Available;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestedSettingsTest {
  private static final long MB = 1L << 20;

  @Test
  void smallStudiesGetOneGigabyteEach() {
    SuggestedSettings suggested =
        SuggestedSettings.of(new MemoryPlan(300 * MB, 310 * MB, 11 * MB), 4);
    assertThat(suggested.cluster())
        .containsEntry("spark.driver.memory", "1g")
        .containsEntry("spark.executor.memory", "1g")
        .containsEntry("spark.executor.memoryOverhead", "1g")
        .containsEntry("spark.executor.cores", "4")
        .containsEntry("spark.task.cpus", "1");
    assertThat(suggested.local()).isEqualTo("-Xmx1g");
  }

  /** With what is suggested, what was planned is not refused. */
  @ParameterizedTest
  @CsvSource({"300, 310, 11", "3000, 2000, 100", "500, 400, 9000", "1000, 20000, 9000"})
  void aStudyFitsIntoWhatIsSuggested(long driver, long executor, long offHeap) {
    MemoryPlan plan = new MemoryPlan(driver * MB, executor * MB, offHeap * MB);
    SuggestedSettings suggested = SuggestedSettings.of(plan, 2);
    SparkConf conf = new SparkConf(false);
    suggested.cluster().forEach(conf::set);
    SparkDefaults.apply(conf);

    // The parallel collector does not count all of -Xmx.
    long driverHeap = conf.getSizeAsBytes("spark.driver.memory") * 95 / 100;
    long executorHeap = conf.getSizeAsBytes("spark.executor.memory");
    assertThat(
            plan.problems(
                new Available(driverHeap, executorHeap, NativeMemory.ofExecutors(conf), false)))
        .isEmpty();

    conf.set("local", suggested.local().substring("-Xmx".length()));
    long shared = conf.getSizeAsBytes("local") * 95 / 100;
    assertThat(plan.problems(new Available(shared, shared, shared, true))).isEmpty();
  }
}
