package dev.sturgeon.spark;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.jspecify.annotations.Nullable;

/** A Spark whose listeners hear of nothing, not even of its executors, until this is closed. */
final class LateNews implements AutoCloseable {
  private static final Semaphore TOLD = new Semaphore(0);
  private static final int QUEUES = 2;

  LateNews() {
    TOLD.drainPermits();
  }

  /** Makes the context of this configuration such a Spark. */
  SparkConf in(SparkConf conf) {
    return conf.set("spark.plugins", Holder.class.getName());
  }

  @Override
  public void close() {
    TOLD.release(QUEUES);
  }

  /** Spark makes it before there is any executor to tell of. */
  public static final class Holder implements SparkPlugin {
    @Override
    public DriverPlugin driverPlugin() {
      return new DriverPlugin() {
        @Override
        public Map<String, String> init(SparkContext spark, PluginContext context) {
          spark.listenerBus().addToStatusQueue(new Stuck());
          spark.listenerBus().addToSharedQueue(new Stuck());
          spark.listenerBus().post(new Hold());
          return Map.of();
        }
      };
    }

    @Override
    public @Nullable ExecutorPlugin executorPlugin() {
      return null;
    }
  }

  private record Hold() implements SparkListenerEvent {}

  /** Spark has one thread for all listeners of a queue: while it waits here, none hears more. */
  private static final class Stuck extends SparkListener {
    @Override
    public void onOtherEvent(SparkListenerEvent event) {
      if (event instanceof Hold) {
        try {
          boolean unused = TOLD.tryAcquire(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
