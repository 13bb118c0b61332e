package dev.sturgeon.spark;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.plugin.PluginContext;
import org.jspecify.annotations.Nullable;

/**
 * What this JVM knows of one Spark application: where plugin and tasks, which Spark makes
 * independently, find each other. Safe for use by several threads at once.
 */
final class Application {
  /** By application id. In local mode driver and executor are in the same JVM and share it. */
  private static final ConcurrentMap<String, Application> KNOWN = new ConcurrentHashMap<>();

  private final ConcurrentMap<Long, LeaseBoard> boards = new ConcurrentHashMap<>();
  private final ConcurrentMap<Long, SharedWork> works = new ConcurrentHashMap<>();
  private volatile boolean listening;
  private volatile @Nullable PluginContext driver;

  private Application() {}

  static Application of(String id) {
    return KNOWN.computeIfAbsent(id, unused -> new Application());
  }

  /** The application whose task calls this. */
  static Application ofThisTask() {
    return of(SparkEnv.get().conf().getAppId());
  }

  /** Closes and drops all that is held for it. */
  static void forget(String id) {
    Application application = KNOWN.remove(id);
    if (application != null) {
      application.works.values().forEach(SharedWork::close);
    }
  }

  /** The driver's plugin is there: executors can ask. */
  void listen() {
    listening = true;
  }

  /** Whether the driver was made with the plugin. */
  boolean isListening() {
    return listening;
  }

  /** Executors reach the driver through this. */
  void connect(PluginContext context) {
    driver = context;
  }

  /**
   * Asks the driver; waits for its answer.
   *
   * @throws Exception if the driver is gone
   */
  Reply ask(Request request) throws Exception {
    PluginContext context = driver;
    if (context == null) {
      throw new IllegalStateException("this executor was started without Sturgeon's plugin");
    }
    return MessageCodec.REPLIES.decode((byte[]) context.ask(MessageCodec.REQUESTS.encode(request)));
  }

  /** The leases of the studies that this driver runs, by study. */
  ConcurrentMap<Long, LeaseBoard> boards() {
    return boards;
  }

  /** The work of a study, shared by the tasks of this JVM. */
  SharedWork work(long study) {
    return works.computeIfAbsent(study, unused -> new SharedWork());
  }

  /** Closes a study's work once its last task has let go of it. */
  void closeWork(long study) {
    SharedWork work = works.remove(study);
    if (work != null) {
      work.close();
    }
  }
}
