package dev.sturgeon.spark;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.status.api.v1.ExecutorSummary;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How many tasks the application's executors can run at once, now.
 *
 * <p>Asks Spark's scheduler, which is what starts the tasks: it honours all of {@code spark.task.*}
 * and leaves out executors that are going away. What Spark tells listeners comes later, or, to a
 * listener that is added meanwhile, not at all.
 *
 * @param spark whose executors
 */
record Slots(SparkContext spark) implements LeaseRoom.Slots {

  /**
   * Slots to fill. Where allocation is dynamic, twice what there is: only tasks that wait make
   * Spark add executors.
   */
  @Override
  public int toFill() {
    return spark.executorAllocationManager().isDefined() ? Math.max(1, 2 * now()) : now();
  }

  /** Slots that are there; 0 while no executor has come. */
  int now() {
    return spark.maxNumConcurrentTasks(spark.resourceProfileManager().defaultResourceProfile());
  }

  /**
   * {@inheritDoc}
   *
   * <p>In local mode there is but one and nothing to choose. This is what listeners were told: good
   * enough for a preference.
   */
  @Override
  public Map<String, Integer> byExecutor() {
    Map<String, Integer> slots = new TreeMap<>();
    if (!spark.isLocal()) {
      int cpus = spark.conf().getInt("spark.task.cpus", 1);
      CollectionConverters.asJava(spark.statusStore().executorList(true))
          .forEach(executor -> slots.put(executor.id(), executor.totalCores() / cpus));
    }
    return slots;
  }

  /**
   * How many tasks the executor with the most cores runs at once, 1 or more. While none is known,
   * what the settings promise; an executor that they do not bound takes all its machine has, so
   * that all slots may be its own.
   */
  int ofLargestExecutor() {
    if (spark.isLocal()) {
      return Math.max(1, now());
    }
    SparkConf conf = spark.conf();
    int most =
        CollectionConverters.asJava(spark.statusStore().executorList(true)).stream()
            .mapToInt(ExecutorSummary::totalCores)
            .max()
            .orElse(0);
    int cores = most > 0 ? most : conf.getInt("spark.executor.cores", 0);
    return Math.max(1, cores > 0 ? cores / conf.getInt("spark.task.cpus", 1) : now());
  }
}
