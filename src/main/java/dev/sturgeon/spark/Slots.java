package dev.sturgeon.spark;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.status.api.v1.ExecutorSummary;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How many tasks the application's executors can run at once, as they come and go. Safe for use by
 * several threads at once.
 */
final class Slots extends SparkListener implements AutoCloseable {
  private final SparkContext spark;
  private final int coresPerSlot;
  private final boolean elastic;
  private final Map<String, Integer> cores = new HashMap<>();
  private final Set<String> removed = new HashSet<>();

  /** Counts from now on, beginning with the executors that are there. */
  Slots(SparkContext spark) {
    this.spark = spark;
    SparkConf conf = spark.conf();
    this.coresPerSlot = conf.getInt("spark.task.cpus", 1);
    this.elastic = conf.getBoolean("spark.dynamicAllocation.enabled", false);
    spark.addSparkListener(this);
    CollectionConverters.asJava(spark.statusStore().executorList(true))
        .forEach(executor -> add(executor.id(), executor.totalCores()));
  }

  /**
   * Slots to fill. Where allocation is dynamic, twice what there is: only tasks that wait make
   * Spark add executors.
   */
  synchronized int count() {
    int now = cores.values().stream().mapToInt(some -> some / coresPerSlot).sum();
    return elastic ? Math.max(1, 2 * now) : now;
  }

  /**
   * How many tasks the executor with the most cores runs at once, 1 or more. While none has come,
   * what the settings promise; an executor that they do not bound takes all its machine has.
   */
  static int ofLargestExecutor(SparkContext spark) {
    SparkConf conf = spark.conf();
    int most =
        CollectionConverters.asJava(spark.statusStore().executorList(true)).stream()
            .mapToInt(ExecutorSummary::totalCores)
            .max()
            .orElse(0);
    int promised = spark.isLocal() ? spark.defaultParallelism() : 1;
    int cores = most > 0 ? most : conf.getInt("spark.executor.cores", promised);
    return Math.max(1, cores / conf.getInt("spark.task.cpus", 1));
  }

  @Override
  public void onExecutorAdded(SparkListenerExecutorAdded added) {
    add(added.executorId(), added.executorInfo().totalCores());
  }

  @Override
  public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved gone) {
    cores.remove(gone.executorId());
    removed.add(gone.executorId());
  }

  private synchronized void add(String executor, int itsCores) {
    if (!removed.contains(executor)) {
      cores.put(executor, itsCores);
    }
  }

  @Override
  public void close() {
    spark.removeSparkListener(this);
  }
}
