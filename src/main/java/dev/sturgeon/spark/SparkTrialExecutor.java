package dev.sturgeon.spark;

import dev.sturgeon.study.TrialExecutor;
import dev.sturgeon.train.SegmentWorkFactory;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult.Advanced;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out segments on Spark's executors: by leases where the context was made with {@link
 * SturgeonPlugin}, else by one job per segment.
 */
public final class SparkTrialExecutor implements TrialExecutor {
  private static final Logger LOG = LoggerFactory.getLogger(SparkTrialExecutor.class);
  private static final Duration REPORT_INTERVAL = Duration.ofSeconds(1);

  /** How long what was interrupted may take to come back. */
  private static final Duration RETURN = Duration.ofSeconds(15);

  private static final Duration CLEANING = Duration.ofSeconds(5);

  private final JavaSparkContext spark;
  private final Shipped<SegmentWorkFactory> factory;
  private final int parallelism;
  private final Slots slots;
  private final Pace pace = new Pace();
  private final Mailbox mailbox;
  private final Dispatch dispatch;
  private long noneFreeSince;

  private SparkTrialExecutor(
      JavaSparkContext spark,
      Shipped<SegmentWorkFactory> factory,
      int parallelism,
      Mailbox mailbox,
      Dispatch dispatch) {
    this.spark = spark;
    this.factory = factory;
    this.parallelism = parallelism;
    this.mailbox = mailbox;
    this.dispatch = dispatch;
    this.slots = new Slots(spark.sc());
  }

  /**
   * Sends the factory to the executors and makes ready.
   *
   * @param session must outlive this
   * @param factory makes the work of the study, once in each executor JVM
   * @param parallelism most segments at once, 1 or more; {@link Integer#MAX_VALUE} for no limit but
   *     the slots
   */
  public static SparkTrialExecutor open(
      SparkSession session, SegmentWorkFactory factory, int parallelism) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    return Application.of(spark.sc().applicationId()).isListening()
        ? byLeases(spark, factory, parallelism, REPORT_INTERVAL)
        : byJobs(spark, factory, parallelism);
  }

  static SparkTrialExecutor byLeases(
      JavaSparkContext spark,
      SegmentWorkFactory factory,
      int parallelism,
      Duration reportInterval) {
    Mailbox mailbox = new Mailbox();
    Shipped<SegmentWorkFactory> shipped = ship(spark, factory);
    Dispatch dispatch = new LeaseDispatch(spark, shipped, mailbox, parallelism, reportInterval);
    return new SparkTrialExecutor(spark, shipped, parallelism, mailbox, dispatch);
  }

  static SparkTrialExecutor byJobs(
      JavaSparkContext spark, SegmentWorkFactory factory, int parallelism) {
    Mailbox mailbox = new Mailbox();
    Shipped<SegmentWorkFactory> shipped = ship(spark, factory);
    Dispatch dispatch = new JobPerSegmentDispatch(spark, shipped, mailbox, parallelism);
    return new SparkTrialExecutor(spark, shipped, parallelism, mailbox, dispatch);
  }

  private static Shipped<SegmentWorkFactory> ship(
      JavaSparkContext spark, SegmentWorkFactory factory) {
    return Shipped.ship(spark, SegmentWorkFactory.class, factory);
  }

  /**
   * {@inheritDoc}
   *
   * @throws ClusterException if the application has ended; so do {@link #submit} and {@link #poll}
   */
  @Override
  public int slots() {
    checkAlive();
    int stuck = dispatch.stuck();
    int free = Math.max(0, slots.now() - stuck);
    checkReachable(free, stuck);
    return Math.min(free, parallelism);
  }

  /** On a cluster, Spark's task reaper ends an executor whose task does not; here it cannot. */
  private void checkReachable(int free, int stuck) {
    if (free > 0 || stuck == 0 || !inDriver()) {
      noneFreeSince = 0;
      return;
    }
    long now = System.nanoTime();
    noneFreeSince = noneFreeSince == 0 ? now : noneFreeSince;
    if (now - noneFreeSince > RETURN.toNanos()) {
      throw new ClusterException(
          "every slot is held by a trial that hangs in native code, which in local mode only the end"
              + " of this process ends; the trials are marked as failed, and the same command goes on"
              + " with the others");
    }
  }

  /** Where allocation is dynamic, as many as bring new executors; and what the pace asks for. */
  @Override
  public int ahead() {
    int now = slots.now();
    return slots.toFill() - now + now * pace.ahead();
  }

  @Override
  public int coresPerSlot() {
    return spark.sc().conf().getInt("spark.task.cpus", 1);
  }

  @Override
  public void submit(Segment segment) {
    checkAlive();
    mailbox.expect(segment.token());
    dispatch.submit(segment);
  }

  @Override
  public void submitAlone(Segment segment) {
    checkAlive();
    mailbox.expect(segment.token());
    dispatch.submitAlone(segment);
  }

  @Override
  public void release(long token) {
    dispatch.release(token);
  }

  @Override
  public void abandon(long token) {
    mailbox.forget(token);
    dispatch.abandon(token);
  }

  @Override
  public boolean inDriver() {
    return spark.sc().isLocal();
  }

  @Override
  public List<Event> poll(Duration patience) throws InterruptedException {
    List<Event> events = mailbox.take(patience);
    // Spark says that it is stopped before it ends what runs: whatever was lost by that is not
    // told.
    checkAlive();
    for (Event event : events) {
      // That trials fail or diverge at once does not make the next ones short.
      if (event instanceof Ended ended && ended.result() instanceof Advanced trained) {
        pace.ended(trained.usage().wallSeconds());
      }
    }
    return events;
  }

  private void checkAlive() {
    if (spark.sc().isStopped()) {
      throw new ClusterException(
          "The Spark application has ended: "
              + spark.sc().applicationId()
              + " on "
              + spark.sc().master()
              + " was stopped, or lost its cluster");
    }
  }

  @Override
  public void stop(long token) {
    dispatch.stop(token);
  }

  /** How many answers came with an old token and were dropped. */
  public long droppedAnswers() {
    return mailbox.dropped();
  }

  /**
   * How many copies of running tasks, which speculation starts, were sent away; as far as known.
   */
  public int copiesSentAway() {
    return dispatch.copies();
  }

  @Override
  public void close() {
    mailbox.close();
    dispatch.close();
    if (!spark.sc().isStopped()) {
      closeWork(Math.max(1, 2 * slots.now()));
      factory.recall();
    }
  }

  /** Reaches every idle executor; one that is missed keeps the study's work until it ends. */
  private void closeWork(int tasks) {
    long study = factory.id();
    JavaFutureAction<Void> closing =
        spark
            .parallelize(Collections.nCopies(tasks, study), tasks)
            .foreachAsync(of -> Application.ofThisTask().closeWork(of));
    try {
      closing.get(CLEANING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException notEverywhere) {
      LOG.warn("could not free the study's memory on every executor: {}", notEverywhere.toString());
      closing.cancel(true);
    } catch (InterruptedException hurry) {
      closing.cancel(true);
      Thread.currentThread().interrupt();
    }
  }
}
