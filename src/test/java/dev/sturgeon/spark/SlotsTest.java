package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SlotsTest {

  @Test
  void countsOnlyCoresThatMakeAWholeSlot() {
    try (JavaSparkContext spark = local(DispatchContract.quiet().set("spark.task.cpus", "3"))) {
      assertThat(new Slots(spark.sc()).now()).isEqualTo(1);
      assertThat(new Slots(spark.sc()).toFill()).isEqualTo(1);
    }
  }

  /** A listener, or what Spark keeps of what it told listeners, would know of no executor here. */
  @Test
  void knowsTheExecutorBeforeAnyListenerHearsOfIt() {
    try (LateNews late = new LateNews();
        JavaSparkContext spark = local(late.in(DispatchContract.quiet()))) {
      Slots slots = new Slots(spark.sc());
      int seen = slots.now();
      int largest = slots.ofLargestExecutor();
      boolean told = !spark.sc().statusStore().executorList(true).isEmpty();
      late.close();

      assertThat(told).isFalse();
      assertThat(seen).isEqualTo(4);
      assertThat(largest).isEqualTo(4);
    }
  }

  @Test
  void theLargestExecutorIsTheOneThatIsThereWhateverTheSettings() {
    SparkConf conf =
        DispatchContract.quiet().set("spark.executor.cores", "9").set("spark.task.cpus", "2");
    try (JavaSparkContext spark = local(conf)) {
      assertThat(new Slots(spark.sc()).ofLargestExecutor()).isEqualTo(2);
    }
  }

  @Test
  void asksForNoMoreWhereSparkCannotAddExecutorsAlthoughTheSettingsSaySo() {
    SparkConf conf = DispatchContract.quiet().set("spark.dynamicAllocation.enabled", "true");
    try (JavaSparkContext spark = local(conf)) {
      assertThat(new Slots(spark.sc()).toFill()).isEqualTo(4);
    }
  }

  private static JavaSparkContext local(SparkConf conf) {
    return new JavaSparkContext(conf.setMaster("local[4]").setAppName("slots"));
  }
}
