package dev.sturgeon.spark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;

/** The Spark settings that a study wants, wherever the user has not chosen otherwise. */
public final class SparkDefaults {
  static final String OVERHEAD = "spark.executor.memoryOverhead";
  private static final String EXECUTOR_OPTIONS = "spark.executor.defaultJavaOptions";

  /** What JavaCPP may fill of an executor's memory beside its heap. */
  static final double NATIVE_SHARE = 0.75;

  private static final Duration LONGEST_REAPING = Duration.ofSeconds(120);

  private SparkDefaults() {}

  /**
   * Adds {@link SturgeonPlugin} to the plugins, and what else is not set; to be called before the
   * Spark context is made.
   *
   * @return the same configuration
   */
  public static SparkConf apply(SparkConf conf) {
    addPlugin(conf);
    // Native code ignores interrupts: a cancelled task that hangs in it takes its JVM with it.
    conf.setIfMissing("spark.task.reaper.enabled", "true");
    conf.setIfMissing("spark.task.reaper.killTimeout", LONGEST_REAPING.toSeconds() + "s");
    // Trials share an executor; a thread pool for each of them would fight over its cores.
    conf.setIfMissing("spark.executorEnv.OMP_NUM_THREADS", "1");
    conf.setIfMissing("spark.executorEnv.OPENBLAS_NUM_THREADS", "1");
    // Wide tables are usual here; Spark warns where it shortens a plan's text.
    conf.setIfMissing("spark.sql.debug.maxToStringFields", "10000");
    // Columns x and X are two columns.
    conf.setIfMissing("spark.sql.caseSensitive", "true");
    // The data are collected to the driver; whether they fit is checked by their size.
    conf.setIfMissing("spark.driver.maxResultSize", "0");
    boundNativeMemory(conf);
    if (conf.get("spark.master", "").startsWith("local")) {
      conf.setIfMissing("spark.ui.enabled", "false");
      // Nobody else has to reach this JVM.
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.sql.shuffle.partitions", "4");
    }
    return conf;
  }

  /**
   * Has a hung task's slot back within twice the time after which it counts as hung, where the user
   * has not chosen otherwise; to be called before {@link #apply}.
   *
   * @param hangAfter that time
   */
  static void reap(SparkConf conf, Duration hangAfter) {
    Duration half = hangAfter.dividedBy(2);
    Duration timeout = half.compareTo(LONGEST_REAPING) < 0 ? half : LONGEST_REAPING;
    conf.setIfMissing("spark.task.reaper.killTimeout", timeout.toMillis() + "ms");
    conf.setIfMissing("spark.task.reaper.pollingInterval", timeout.toMillis() / 5 + "ms");
  }

  private static void addPlugin(SparkConf conf) {
    String mine = SturgeonPlugin.class.getName();
    List<String> plugins = new ArrayList<>();
    for (String plugin : conf.get("spark.plugins", "").split(",", -1)) {
      if (!plugin.isBlank() && !plugin.strip().equals(mine)) {
        plugins.add(plugin.strip());
      }
    }
    plugins.add(mine);
    conf.set("spark.plugins", String.join(",", plugins));
  }

  /**
   * Networks live outside the heap. The container gets half as much again as the heap for them, at
   * least 1 GB; JavaCPP may fill three quarters of that and the JVM itself needs the rest. Asking
   * the system for the physical size at each allocation is switched off: it costs more than it
   * finds.
   */
  private static void boundNativeMemory(SparkConf conf) {
    long heapMb = conf.getSizeAsMb("spark.executor.memory", "1g");
    conf.setIfMissing(OVERHEAD, overheadMb(heapMb) + "m");
    long nativeMb = (long) (conf.getSizeAsMb(OVERHEAD) * NATIVE_SHARE);
    conf.setIfMissing(
        EXECUTOR_OPTIONS,
        "-XX:+UseParallelGC -XX:MaxNewSize=256m -Dorg.bytedeco.javacpp.maxphysicalbytes=0"
            + (" -Dorg.bytedeco.javacpp.maxbytes=" + nativeMb + "m"));
  }

  /** The memory beside an executor's heap where the user has not chosen it. */
  static long overheadMb(long heapMb) {
    return Math.max(1024, heapMb / 2);
  }
}
