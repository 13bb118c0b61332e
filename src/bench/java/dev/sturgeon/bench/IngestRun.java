package dev.sturgeon.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import dev.sturgeon.data.Examples;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.spark.SparkDefaults;
import dev.sturgeon.spark.ingest.Ingested;
import dev.sturgeon.spark.ingest.Ingestion;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/** The driver that {@link IngestBench} starts: ingests one file and prints what that took. */
public final class IngestRun {
  private static final double MEGA = 1 << 20;

  private IngestRun() {}

  /** Takes the file and what the figures' names begin with; Spark's settings are properties. */
  public static void main(String[] args) throws Exception {
    AtomicLong afterCollection = watchCollections();
    ExecutorHeap executors = new ExecutorHeap();
    SparkConf conf = new SparkConf().setAppName("ingest").set("spark.ui.enabled", "false");
    try (SparkSession session =
        SparkSession.builder().config(SparkDefaults.apply(conf)).getOrCreate()) {
      session.sparkContext().addSparkListener(executors);
      long start = System.nanoTime();
      Ingested ingested = new Ingestion(session).ingest(IngestTable.spec(args[0]), 1);
      double seconds = (System.nanoTime() - start) * 1e-9;
      print(args[1], ingested, seconds, afterCollection, executors);
    }
  }

  private static void print(
      String name,
      Ingested ingested,
      double seconds,
      AtomicLong afterCollection,
      ExecutorHeap executors) {
    double peak = heap(false);
    TrainingData data = ingested.data();
    Figures.print(name + ".seconds", seconds, "-");
    Figures.print(name + ".rowsPerSecond", ingested.counts().read() / seconds, "-");
    Figures.print(name + ".features", data.train().columns(), "-");
    double arrays = megabytes(data.train()) + megabytes(data.dev()) + megabytes(data.probe());
    Figures.print(name + ".arrays.mb", arrays, "-");
    Figures.print(name + ".driver.heapPeak.mb", peak, "-");
    Figures.print(name + ".driver.heapPeakAfterGc.mb", afterCollection.get() / MEGA, "-");
    System.gc();
    Figures.print(name + ".driver.heapAtEnd.mb", heap(true), "-");
    Figures.print(name + ".driver.heapLimit.mb", Runtime.getRuntime().maxMemory() / MEGA, "-");
    if (executors.peak.get() > 0) {
      Figures.print(name + ".executor.heapPeak.mb", executors.peak.get() / MEGA, "-");
    }
    // Asked last, so that the arrays are there until the end's heap has been measured.
    Figures.print(name + ".train.rows", data.train().rows(), "-");
  }

  private static double megabytes(Examples examples) {
    return Float.BYTES * (double) examples.features().length / MEGA;
  }

  private static double heap(boolean now) {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        bytes += (now ? pool.getUsage() : pool.getPeakUsage()).getUsed();
      }
    }
    return bytes / MEGA;
  }

  /** The most heap in use right after a garbage collection: close to what is really needed. */
  private static AtomicLong watchCollections() {
    AtomicLong most = new AtomicLong();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, nothing) -> {
                GarbageCollectionNotificationInfo info =
                    GarbageCollectionNotificationInfo.from(
                        (CompositeData) notification.getUserData());
                long used =
                    info.getGcInfo().getMemoryUsageAfterGc().values().stream()
                        .mapToLong(MemoryUsage::getUsed)
                        .sum();
                most.accumulateAndGet(used, Math::max);
              },
              null,
              null);
    }
    return most;
  }

  /** The largest heap that Spark saw on an executor apart from the driver while a task ran. */
  private static final class ExecutorHeap extends SparkListener {
    final AtomicLong peak = new AtomicLong();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      if (end.taskExecutorMetrics() != null) {
        peak.accumulateAndGet(end.taskExecutorMetrics().getMetricValue("JVMHeapMemory"), Math::max);
      }
    }
  }
}
