package dev.sturgeon.spark;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.MemoryPlan;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.spark.ingest.Frozen;
import dev.sturgeon.spark.ingest.Ingested;
import dev.sturgeon.spark.ingest.Ingestion;
import dev.sturgeon.spark.ingest.Preprocessing;
import dev.sturgeon.spark.score.Baseline;
import dev.sturgeon.spark.score.Baselines;
import dev.sturgeon.spark.score.Network;
import dev.sturgeon.spark.score.Scoring;
import dev.sturgeon.study.TrialExecutor;
import dev.sturgeon.train.TrainerFactory;
import dev.sturgeon.trial.Objective;
import java.io.IOException;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * A running Spark application as the rest of Sturgeon sees it: without a Spark type.
 *
 * <p>Joins the session this JVM has, if any, and then leaves it running when closed.
 */
public final class SparkApplication implements AutoCloseable {
  private final SparkSession session;
  private final boolean mine;

  private SparkApplication(SparkSession session, boolean mine) {
    this.session = session;
    this.mine = mine;
  }

  /**
   * Starts an application, or joins the one there is.
   *
   * @param name what Spark calls it
   * @param master the Spark master; null for spark-submit's, else {@code local[*]}
   */
  public static SparkApplication start(String name, @Nullable String master) {
    if (SparkSession.getDefaultSession().isDefined()) {
      return new SparkApplication(SparkSession.active(), false);
    }
    SparkConf conf = new SparkConf().setAppName(name);
    if (master != null) {
      conf.setMaster(master);
    }
    conf.setIfMissing("spark.master", "local[*]");
    SparkDefaults.apply(conf);
    return new SparkApplication(SparkSession.builder().config(conf).getOrCreate(), true);
  }

  /** Whether driver and executor are the same JVM. */
  public boolean isLocal() {
    return session.sparkContext().isLocal();
  }

  /**
   * Reads a study's data.
   *
   * @param frozen what was fixed when they were first read; null for the first time
   * @throws dev.sturgeon.data.DataException if they cannot be used
   */
  public Ingested ingest(DataSpec spec, long seed, @Nullable Frozen frozen) {
    return new Ingestion(session).ingest(spec, seed, frozen);
  }

  /** The memory that driver and executors have. */
  public MemoryPlan.Available memory() {
    long driverHeap = Runtime.getRuntime().maxMemory();
    if (isLocal()) {
      return new MemoryPlan.Available(driverHeap, driverHeap, NativeMemory.ofThisJvm(), true);
    }
    SparkConf conf = session.sparkContext().conf();
    return new MemoryPlan.Available(
        driverHeap,
        conf.getSizeAsBytes("spark.executor.memory", "1g"),
        NativeMemory.ofExecutors(conf),
        false);
  }

  /** How many trials one executor trains at once, as far as known now. */
  public int trialsPerExecutor() {
    SparkConf conf = session.sparkContext().conf();
    int cores =
        isLocal()
            ? session.sparkContext().defaultParallelism()
            : conf.getInt("spark.executor.cores", 1);
    return Math.max(1, cores / conf.getInt("spark.task.cpus", 1));
  }

  /**
   * Makes ready to train: the data go out as a broadcast, once for each executor.
   *
   * @param directory the study directory, seen by every executor
   * @param parallelism most segments at once
   */
  public TrialExecutor trialExecutor(
      TrainingData data,
      TrainerFactory trainers,
      Objective objective,
      String directory,
      int parallelism) {
    Shipped<TrainingData> shared =
        Shipped.ship(
            JavaSparkContext.fromSparkContext(session.sparkContext()), TrainingData.class, data);
    return SparkTrialExecutor.open(
        session, new BroadcastWorkFactory(shared, trainers, objective, directory), parallelism);
  }

  /** What simple models say about the dev part. Fits one with MLlib. */
  public List<Baseline> baselines(TrainingData data) {
    return List.of(Baselines.majorityClass(data), Baselines.linearModel(session, data));
  }

  /** Saves fitted preprocessing in a directory. */
  public void save(Preprocessing preprocessing, String directory) throws IOException {
    preprocessing.save(session, directory);
  }

  /** Loads preprocessing from where {@link #save} put it. */
  public Preprocessing preprocessing(String directory) {
    return Preprocessing.load(session, directory);
  }

  /** Makes ready to apply a finished network to rows in files. */
  public Scoring scoring(Preprocessing preprocessing, Network network) {
    return new Scoring(session, preprocessing, network);
  }

  @Override
  public void close() {
    if (mine) {
      session.stop();
    }
  }
}
