package dev.sturgeon.spark;

import dev.sturgeon.train.SegmentWorkFactory;
import dev.sturgeon.trial.Segment;
import java.time.Duration;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;

/**
 * Dispatch by leases: Spark jobs of one long task, each of which asks the driver for one segment
 * after another. Costs a segment a message or two instead of a Spark job.
 */
final class LeaseDispatch implements Dispatch {
  // Long enough that Spark's tenth of a second between two leases hardly counts, and short enough
  // that other jobs of the application get a slot soon.
  private static final Duration TERM = Duration.ofSeconds(15);

  private static final Duration LINGER = Duration.ofMillis(500);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final JavaSparkContext spark;
  private final Application application;
  private final long study;
  private final LeaseTask task;
  private final OneTaskJobs jobs;
  private final LeaseBoard board;
  private final SparkListener changes = new Changes();

  LeaseDispatch(
      JavaSparkContext spark,
      Shipped<SegmentWorkFactory> factory,
      Mailbox mailbox,
      int parallelism,
      Duration reportInterval) {
    this.spark = spark;
    this.application = Application.of(spark.sc().applicationId());
    this.study = factory.id();
    this.task = new LeaseTask(factory, reportInterval);
    this.jobs = new OneTaskJobs(spark, "sturgeon-leases-" + study, "lease on a slot");
    this.board =
        new LeaseBoard(
            mailbox,
            new Launching(),
            new LeaseRoom(new Slots(spark.sc())),
            parallelism,
            System::nanoTime,
            TERM,
            LINGER);
    application.boards().put(study, board);
    spark.sc().addSparkListener(changes);
  }

  @Override
  public void submit(Segment segment) {
    board.submit(segment);
  }

  @Override
  public void stop(long token) {
    board.stop(token);
  }

  @Override
  public void submitAlone(Segment segment) {
    board.submitAlone(segment);
  }

  @Override
  public void release(long token) {
    board.release(token);
  }

  @Override
  public void abandon(long token) {
    board.abandon(token);
  }

  @Override
  public int stuck() {
    return board.stuck();
  }

  @Override
  public int copies() {
    return board.copies();
  }

  @Override
  public void close() {
    board.close();
    jobs.close(GRACE);
    application.boards().remove(study);
    spark.sc().removeSparkListener(changes);
  }

  /** A lease is a job of one task. */
  private final class Launching implements LeaseBoard.Launcher {
    @Override
    public void launch(long lease, Optional<String> executor) {
      jobs.start(
          lease,
          lease,
          executor,
          task,
          value -> over(lease, value),
          failure -> over(lease, failure));
    }

    @Override
    public void cancel(long lease) {
      jobs.cancel(lease);
    }
  }

  private void over(long lease, byte[] value) {
    if (value.length == 0) {
      board.over(lease, "");
    } else {
      LeaseTask.Failure failure = MessageCodec.FAILURES.decode(value);
      board.unfit(lease, failure.executor(), failure.reason());
    }
  }

  /** In place of a lease that ended with the application, there is none to launch. */
  private void over(long lease, Throwable failure) {
    if (!spark.sc().isStopped()) {
      board.over(lease, SegmentRun.describe(failure));
    }
  }

  /**
   * Hears of a lost executor before Spark gets round to starting its tasks again, and of a new one,
   * for which segments may be waiting.
   */
  private final class Changes extends SparkListener {
    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded added) {
      board.roomGrew();
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
      board.executorLost(removed.executorId(), removed.reason());
    }
  }
}
