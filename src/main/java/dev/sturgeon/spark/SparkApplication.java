package dev.sturgeon.spark;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.MemoryPlan;
import dev.sturgeon.data.Source;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.spark.image.FrozenImages;
import dev.sturgeon.spark.image.ImageIngestion;
import dev.sturgeon.spark.image.ImagePreprocessing;
import dev.sturgeon.spark.ingest.Frozen;
import dev.sturgeon.spark.ingest.Ingestion;
import dev.sturgeon.spark.ingest.Preprocessing;
import dev.sturgeon.spark.ingest.StudyData;
import dev.sturgeon.spark.score.Baseline;
import dev.sturgeon.spark.score.Baselines;
import dev.sturgeon.spark.score.ImageScoring;
import dev.sturgeon.spark.score.Network;
import dev.sturgeon.spark.score.Scorer;
import dev.sturgeon.spark.score.Scoring;
import dev.sturgeon.study.TrialExecutor;
import dev.sturgeon.train.TrainerFactory;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Task;
import dev.sturgeon.trial.TrialLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
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
  private static final int LONGEST_REASON = 200;
  private static final String NO_ANSWER = "it does not answer, or let the application go";

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
   * @throws ClusterException if there is no such master, or it does not answer
   */
  public static SparkApplication start(String name, @Nullable String master) {
    return start(name, master, TrialLimits.USUAL.hangAfter());
  }

  /**
   * Starts an application to train in, or joins the one there is.
   *
   * @param name what Spark calls it
   * @param master the Spark master; null for spark-submit's, else {@code local[*]}
   * @param hangAfter how long a segment may make no step; a task that has been given up for that
   *     and does not end takes its executor with it before as long again
   * @throws ClusterException if there is no such master, or it does not answer
   */
  public static SparkApplication start(String name, @Nullable String master, Duration hangAfter) {
    if (SparkSession.getDefaultSession().isDefined()) {
      return new SparkApplication(SparkSession.active(), false);
    }
    SparkConf conf = new SparkConf().setAppName(name);
    if (master != null) {
      conf.setMaster(master);
    }
    conf.setIfMissing("spark.master", "local[*]");
    SparkDefaults.reap(conf, hangAfter);
    SparkDefaults.apply(conf);
    return new SparkApplication(session(conf), true);
  }

  /** Spark may throw anything here, or return a session that has already given up. */
  private static SparkSession session(SparkConf conf) {
    SparkSession session;
    try {
      session = SparkSession.builder().config(conf).getOrCreate();
    } catch (IllegalStateException stoppedMeanwhile) {
      throw new ClusterException(notStarted(conf, NO_ANSWER), stoppedMeanwhile);
    } catch (Exception notStarted) {
      throw new ClusterException(notStarted(conf, firstLine(notStarted)), notStarted);
    }
    if (session.sparkContext().isStopped()) {
      session.stop();
      throw new ClusterException(notStarted(conf, NO_ANSWER));
    }
    return session;
  }

  private static String notStarted(SparkConf conf, String reason) {
    String master = conf.get("spark.master");
    return "Spark did not start on master '%s': %s; right would be %s"
        .formatted(master, reason, "local[*], local[4] or spark://host:7077");
  }

  private static String firstLine(Exception failure) {
    String line = failure.toString().lines().findFirst().orElse("");
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
  }

  /** Whether driver and executor are the same JVM. */
  public boolean isLocal() {
    return session.sparkContext().isLocal();
  }

  /**
   * Reads a study's data.
   *
   * @param task whether the label is a class or a number
   * @param seed the study's seed: sample, split and probe come from it, unless the data have one
   * @param frozen what was fixed when they were first read, as JSON; null for the first time
   * @throws dev.sturgeon.data.DataException if they cannot be used
   */
  public StudyData ingest(DataSpec spec, Task task, long seed, @Nullable String frozen) {
    if (spec.source() instanceof Source.Images images) {
      return new ImageIngestion(session)
          .ingest(
              spec,
              images,
              spec.splitSeed(seed),
              frozen == null ? null : FrozenImages.fromJson(frozen));
    }
    return new Ingestion(session)
        .ingest(spec, task, spec.splitSeed(seed), frozen == null ? null : Frozen.fromJson(frozen));
  }

  /**
   * Reads other data than an earlier study's, of which the rows that were there keep their part.
   *
   * @param earlier what was fixed when the earlier ones were first read, as JSON
   * @throws dev.sturgeon.data.DataException if they cannot be used
   */
  public StudyData ingestLike(DataSpec spec, Task task, long seed, String earlier) {
    if (spec.source() instanceof Source.Images images) {
      return new ImageIngestion(session)
          .ingestLike(spec, images, spec.splitSeed(seed), FrozenImages.fromJson(earlier).rule());
    }
    return new Ingestion(session)
        .ingestLike(spec, task, spec.splitSeed(seed), Frozen.fromJson(earlier).rule());
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
    return new Slots(session.sparkContext()).ofLargestExecutor();
  }

  /** How many cores Spark sets aside for a trial. */
  public int coresPerTrial() {
    return session.sparkContext().conf().getInt("spark.task.cpus", 1);
  }

  /**
   * Finds out, before anything is trained, whether every executor sees the study directory. In
   * local mode there is nothing to find out.
   *
   * @param directory the study directory, as the user gave it
   * @throws dev.sturgeon.data.DataException if one does not; says where and what to do
   * @throws IOException if the driver cannot write there itself
   */
  public void checkShared(String directory) throws IOException {
    if (!isLocal()) {
      SharedDirectory.check(
          JavaSparkContext.fromSparkContext(session.sparkContext()),
          StudyStorage.open(directory),
          StudyStorage.uri(directory));
    }
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

  /** What simple models say about the dev part; each is fitted when asked for, and may throw. */
  public List<Supplier<Baseline>> baselines(TrainingData data) {
    return Baselines.of(session, data);
  }

  /** Saves the preprocessing fitted to a study's data in a directory. */
  public void savePreprocessing(StudyData data, String directory) throws IOException {
    data.savePreprocessing(session, directory);
  }

  /**
   * Makes ready to apply a finished network to new data.
   *
   * @param preprocessing the directory where {@link #savePreprocessing} put it
   */
  public Scorer scorer(String preprocessing, Network network) {
    if (ImagePreprocessing.isIn(session, preprocessing)) {
      return new ImageScoring(session, ImagePreprocessing.load(session, preprocessing), network);
    }
    return new Scoring(session, Preprocessing.load(session, preprocessing), network);
  }

  @Override
  public void close() {
    if (mine) {
      session.stop();
    }
  }
}
