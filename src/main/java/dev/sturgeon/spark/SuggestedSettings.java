package dev.sturgeon.spark;

import dev.sturgeon.data.MemoryPlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings with which a study's data and networks fit, with room to spare.
 *
 * @param cluster Spark's settings by name, for executors that train as many trials at once as the
 *     plan was made for
 * @param local the JVM's options where driver and executor are one JVM
 */
public record SuggestedSettings(Map<String, String> cluster, String local) {
  /** What is needed is at most this share of what there is: below the 80 % that are refused. */
  private static final double SHARE = 0.7;

  /** Sizes are rounded up to multiples of this, and none is smaller than two. */
  private static final long STEP_MB = 512;

  /** Copies the map. */
  public SuggestedSettings {
    cluster = Collections.unmodifiableMap(new LinkedHashMap<>(cluster));
  }

  /**
   * The settings for a plan.
   *
   * @param trials trials that an executor trains at once
   */
  public static SuggestedSettings of(MemoryPlan plan, int trials) {
    long heapMb = roomyMb(plan.executorHeap());
    long overheadMb =
        Math.max(
            SparkDefaults.overheadMb(heapMb), roomyMb(plan.offHeap() / SparkDefaults.NATIVE_SHARE));
    Map<String, String> cluster = new LinkedHashMap<>();
    cluster.put("spark.driver.memory", size(roomyMb(plan.driverHeap())));
    cluster.put("spark.executor.memory", size(heapMb));
    cluster.put(SparkDefaults.OVERHEAD, size(overheadMb));
    // A network is trained by one thread: what more cores a trial has, stand idle.
    cluster.put("spark.task.cpus", "1");
    cluster.put("spark.executor.cores", Integer.toString(trials));
    // JavaCPP's own bound is the size of the heap.
    long sharedMb = roomyMb(Math.max(plan.sharedHeap(), plan.offHeap()));
    return new SuggestedSettings(cluster, "-Xmx" + size(sharedMb));
  }

  private static long roomyMb(double needed) {
    long steps = (long) Math.ceil(needed / SHARE / (STEP_MB << 20));
    return STEP_MB * Math.max(2, steps);
  }

  private static String size(long megabytes) {
    return megabytes % 1024 == 0 ? megabytes / 1024 + "g" : megabytes + "m";
  }
}
