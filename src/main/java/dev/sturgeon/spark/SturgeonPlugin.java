package dev.sturgeon.spark;

import java.util.Map;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.jspecify.annotations.Nullable;

/**
 * Lets executors ask the driver for segments over Spark's own RPC. Named in {@code spark.plugins}
 * before the context is made: see {@link SparkDefaults}.
 */
public final class SturgeonPlugin implements SparkPlugin {

  @Override
  public DriverPlugin driverPlugin() {
    return new Driver();
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new Executor();
  }

  /** Spark calls {@link #receive} on one thread for all executors, so it never waits. */
  private static final class Driver implements DriverPlugin {
    private volatile String id = "";

    @Override
    public void registerMetrics(String applicationId, PluginContext context) {
      id = applicationId;
      Application.of(applicationId).listen();
    }

    @Override
    public Object receive(Object message) {
      Request request = MessageCodec.REQUESTS.decode((byte[]) message);
      return MessageCodec.REPLIES.encode(
          answer(request, Application.of(id).boards().get(request.study())));
    }

    private static Reply answer(Request request, @Nullable LeaseBoard board) {
      if (board == null) {
        return new Reply.End();
      }
      return request instanceof Request.Next next
          ? board.next(next)
          : board.news((Request.News) request);
    }

    @Override
    public void shutdown() {
      Application.forget(id);
    }
  }

  /** In local mode the application has no id yet when {@link #init} is called, but has one here. */
  private static final class Executor implements ExecutorPlugin {
    private volatile @Nullable PluginContext context;

    @Override
    public void init(PluginContext driver, Map<String, String> unused) {
      context = driver;
    }

    @Override
    public void onTaskStart() {
      PluginContext driver = context;
      if (driver != null) {
        Application.of(driver.conf().getAppId()).connect(driver);
      }
    }

    @Override
    public void shutdown() {
      PluginContext driver = context;
      if (driver != null) {
        Application.forget(driver.conf().getAppId());
      }
    }
  }
}
