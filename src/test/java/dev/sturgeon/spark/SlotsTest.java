package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.cluster.ExecutorInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SlotsTest {

  @Test
  void followsExecutorsAsTheyComeAndGo() {
    try (JavaSparkContext spark = local(DispatchContract.quiet());
        Slots slots = new Slots(spark.sc())) {
      assertThat(slots.count()).isEqualTo(4);
      slots.onExecutorAdded(added("1", 3));
      assertThat(slots.count()).isEqualTo(7);
      slots.onExecutorRemoved(removed("1"));
      slots.onExecutorRemoved(removed("1"));
      assertThat(slots.count()).isEqualTo(4);
    }
  }

  @Test
  void countsOnlyCoresThatMakeAWholeSlot() {
    try (JavaSparkContext spark = local(DispatchContract.quiet().set("spark.task.cpus", "3"));
        Slots slots = new Slots(spark.sc())) {
      assertThat(slots.count()).isEqualTo(1);
      slots.onExecutorAdded(added("1", 5));
      assertThat(slots.count()).isEqualTo(2);
    }
  }

  @Test
  void theLargestExecutorIsWhatHasRegisteredWhateverTheSettings() throws Exception {
    SparkConf conf =
        DispatchContract.quiet().set("spark.executor.cores", "9").set("spark.task.cpus", "2");
    try (JavaSparkContext spark = local(conf)) {
      spark.sc().listenerBus().waitUntilEmpty();
      assertThat(Slots.ofLargestExecutor(spark.sc())).isEqualTo(2);
      spark.sc().listenerBus().post(removed("driver"));
      spark.sc().listenerBus().waitUntilEmpty();
      assertThat(Slots.ofLargestExecutor(spark.sc())).isEqualTo(4);
    }
  }

  @Test
  void newsOfAnExecutorThatIsAlreadyGoneComesTooLate() {
    try (JavaSparkContext spark = local(DispatchContract.quiet());
        Slots slots = new Slots(spark.sc())) {
      slots.onExecutorRemoved(removed("1"));
      slots.onExecutorAdded(added("1", 3));
      assertThat(slots.count()).isEqualTo(4);
    }
  }

  @Test
  void asksForTwiceAsManyWhereSparkCanAddExecutors() {
    SparkConf conf = DispatchContract.quiet().set("spark.dynamicAllocation.enabled", "true");
    try (JavaSparkContext spark = local(conf);
        Slots slots = new Slots(spark.sc())) {
      assertThat(slots.count()).isEqualTo(8);
      slots.onExecutorRemoved(removed("driver"));
      assertThat(slots.count()).isEqualTo(1);
    }
  }

  private static JavaSparkContext local(SparkConf conf) {
    return new JavaSparkContext(conf.setMaster("local[4]").setAppName("slots"));
  }

  private static SparkListenerExecutorAdded added(String id, int cores) {
    var noLogs = scala.collection.immutable.Map$.MODULE$.<String, String>empty();
    return new SparkListenerExecutorAdded(0, id, new ExecutorInfo("host", cores, noLogs));
  }

  private static SparkListenerExecutorRemoved removed(String id) {
    return new SparkListenerExecutorRemoved(0, id, "gone");
  }
}
