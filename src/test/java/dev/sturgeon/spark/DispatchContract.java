package dev.sturgeon.spark;

import static dev.sturgeon.spark.Answers.await;
import static dev.sturgeon.spark.FakeWork.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.spark.FakeWork.Deed;
import dev.sturgeon.train.SegmentWorkFactory;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.SegmentResult.Advanced;
import dev.sturgeon.trial.SegmentResult.Failed;
import java.time.Duration;
import java.util.stream.LongStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What every {@link Dispatch} does, in a local session with two slots. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DispatchContract {
  private final JavaSparkContext spark;

  DispatchContract(SparkConf conf) {
    this.spark = new JavaSparkContext(conf.setMaster("local[2]").setAppName("dispatch"));
  }

  static SparkConf quiet() {
    return new SparkConf().set("spark.ui.enabled", "false");
  }

  abstract SparkTrialExecutor open(
      JavaSparkContext context, SegmentWorkFactory factory, int parallelism);

  SparkTrialExecutor open() {
    return open(spark, FakeWork.factory(), Integer.MAX_VALUE);
  }

  @BeforeAll
  void logLess() {
    spark.setLogLevel("ERROR");
  }

  @BeforeEach
  void forgetCounts() {
    FakeWork.forgetCounts();
  }

  @AfterAll
  void stop() {
    spark.stop();
  }

  @Test
  void answersEachOfManySegmentsExactlyOnce() throws InterruptedException {
    try (SparkTrialExecutor executor = open()) {
      for (long token = 0; token < 2000; token++) {
        executor.submit(segment(token, Deed.NOTHING));
      }
      var results = await(executor, 2000).byToken();

      assertThat(results.keySet()).containsAll(LongStream.range(0, 2000).boxed().toList());
      assertThat(results.values()).allMatch(result -> result instanceof Advanced);
      assertThat(executor.poll(Duration.ofMillis(200))).isEmpty();
      assertThat(executor.droppedAnswers()).isZero();
    }
  }

  @Test
  void carriesOutAsManyAtOnceAsThereAreSlots() throws InterruptedException {
    try (SparkTrialExecutor executor = open()) {
      assertThat(executor.slots()).isEqualTo(2);
      executor.submit(segment(0, Deed.UNTIL_ANOTHER_RUNS));
      for (long token = 1; token < 20; token++) {
        executor.submit(segment(token, Deed.A_MOMENT));
      }
      await(executor, 20);
    }
    assertThat(FakeWork.counts().mostRunning).hasValue(2);
  }

  @Test
  void neverCarriesOutMoreThanAllowed() throws InterruptedException {
    try (SparkTrialExecutor executor = open(spark, FakeWork.factory(), 1)) {
      assertThat(executor.slots()).isEqualTo(1);
      for (long token = 0; token < 10; token++) {
        executor.submit(segment(token, Deed.A_MOMENT));
      }
      await(executor, 10);
    }
    assertThat(FakeWork.counts().mostRunning).hasValue(1);
  }

  @Test
  void aSegmentThatIsStoppedWhileItWaitsEndsAtOnce() throws InterruptedException {
    try (SparkTrialExecutor executor = open(spark, FakeWork.factory(), 1)) {
      executor.submit(segment(1, Deed.HANG));
      executor.submit(segment(2, Deed.NOTHING));
      executor.stop(2);

      Failed stopped = await(executor, 1).of(2, Failed.class);
      assertFailed(stopped, FailureKind.NOT_BEGUN, "stopped before it began");
    }
  }

  @Test
  void whatTheWorkThrowsIsAResult() throws InterruptedException {
    try (SparkTrialExecutor executor = open()) {
      executor.submit(segment(1, Deed.THROW));
      executor.submit(segment(2, Deed.THROW_ERROR));
      executor.submit(segment(3, Deed.NOTHING));
      Answers answers = await(executor, 3);

      assertFailed(answers.of(1, Failed.class), FailureKind.EXCEPTION, "no such network");
      assertFailed(answers.of(2, Failed.class), FailureKind.OUT_OF_MEMORY, "no native memory left");
      assertThat(answers.of(3, Advanced.class).epoch()).isEqualTo(1);
      assertThat(answers.of(1, Failed.class).usage().worker()).startsWith("driver@");
    }
  }

  @Test
  void whatIsToRunAloneRunsAlone() throws InterruptedException {
    try (SparkTrialExecutor executor = open()) {
      executor.submit(segment(1, Deed.A_MOMENT));
      executor.submit(segment(2, Deed.A_MOMENT));
      executor.submitAlone(segment(3, Deed.LOOK_AROUND));
      for (long token = 4; token < 8; token++) {
        executor.submit(segment(token, Deed.A_MOMENT));
      }
      assertThat(await(executor, 7).of(3, Advanced.class).epoch()).as("running").isEqualTo(1);
    }
  }

  @Test
  void othersMayJoinWhatRanAlone() throws InterruptedException {
    try (SparkTrialExecutor executor = open()) {
      executor.submitAlone(segment(1, Deed.HANG));
      executor.submit(segment(2, Deed.NOTHING));
      while (FakeWork.counts().running.get() < 1) {
        Thread.sleep(5);
      }
      executor.release(1);
      assertThat(await(executor, 1).of(2, Advanced.class)).isNotNull();
    }
  }

  @Test
  void whatIsReleasedBeforeItBeginsIsNotLost() throws InterruptedException {
    try (SparkTrialExecutor executor = open()) {
      executor.submit(segment(1, Deed.EPOCHS_UNTIL_STOPPED));
      while (FakeWork.counts().running.get() < 1) {
        Thread.sleep(5);
      }
      executor.submitAlone(segment(2, Deed.NOTHING));
      executor.release(2);
      executor.abandon(1);
      assertThat(await(executor, 1).of(2, Advanced.class)).isNotNull();
    }
  }

  @Test
  void theSlotOfWhatIsGivenUpComesBack() throws InterruptedException {
    try (SparkTrialExecutor executor = open()) {
      executor.submit(segment(1, Deed.HANG));
      executor.submit(segment(2, Deed.HANG));
      executor.submit(segment(3, Deed.NOTHING));
      executor.abandon(1);
      executor.abandon(2);
      assertThat(await(executor, 1).of(3, Advanced.class)).isNotNull();
      while (executor.slots() < 2) {
        executor.poll(Duration.ofMillis(20));
      }
    }
  }

  @Test
  void workThatCannotBeOpenedFailsEverySegment() throws InterruptedException {
    try (SparkTrialExecutor executor = open(spark, FakeWork.brokenFactory(), 2)) {
      for (long token = 0; token < 3; token++) {
        executor.submit(segment(token, Deed.NOTHING));
      }
      Answers answers = await(executor, 3);
      for (long token = 0; token < 3; token++) {
        assertFailed(answers.of(token, Failed.class), FailureKind.SETUP, "no native library");
      }
    }
  }

  @Test
  void opensTheWorkOnceAndClosesItAtTheEnd() throws InterruptedException {
    try (SparkTrialExecutor executor = open()) {
      for (long token = 0; token < 20; token++) {
        executor.submit(segment(token, Deed.A_MOMENT));
      }
      await(executor, 20);
      assertThat(FakeWork.counts().opened).hasValue(1);
      assertThat(FakeWork.counts().closed).hasValue(0);
    }
    assertThat(FakeWork.counts().opened).hasValue(1);
    assertThat(FakeWork.counts().closed).hasValue(1);
    assertThat(FakeWork.counts().released.get()).isPositive();
  }

  @Test
  void goesOnAfterARest() throws InterruptedException {
    try (SparkTrialExecutor executor = open()) {
      for (long token = 0; token < 4; token++) {
        executor.submit(segment(token, Deed.NOTHING));
        await(executor, 1);
        Thread.sleep(300 + 150 * token);
      }
    }
  }

  /** Spark takes a broadcast back when the driver's garbage collector has found it unused. */
  @Test
  void whatTheFactoryRefersToOutlivesGarbageCollection() throws InterruptedException {
    try (SparkTrialExecutor executor = openReferring()) {
      for (int i = 0; i < 10; i++) {
        System.gc();
        Thread.sleep(100);
      }
      executor.submit(segment(1, Deed.NOTHING));
      assertThat(await(executor, 1).of(1, Advanced.class).epoch()).isEqualTo(1);
    }
  }

  private SparkTrialExecutor openReferring() {
    Shipped<String> text = Shipped.ship(spark, String.class, "some data");
    return open(spark, FakeWork.factoryReferringTo(text), Integer.MAX_VALUE);
  }

  @Test
  void twoStudiesShareASession() throws InterruptedException {
    try (SparkTrialExecutor one = open();
        SparkTrialExecutor other = open()) {
      one.submit(segment(1, Deed.NOTHING));
      other.submit(segment(1, Deed.THROW));

      assertThat(await(one, 1).of(1, Advanced.class).epoch()).isEqualTo(1);
      assertFailed(await(other, 1).of(1, Failed.class), FailureKind.EXCEPTION, "no such network");
    }
  }

  @Test
  void closingEndsWhatRunsAndTellsNothingMore() throws InterruptedException {
    SparkTrialExecutor executor = open();
    executor.submit(segment(1, Deed.NOTHING));
    await(executor, 1);
    executor.submit(segment(2, Deed.HANG));
    executor.submit(segment(3, Deed.EPOCHS_UNTIL_STOPPED));
    executor.submit(segment(4, Deed.NOTHING));
    executor.close();

    assertThat(executor.poll(Duration.ofMillis(200))).isEmpty();
    // By whichever of the interrupted tasks ends last.
    while (FakeWork.counts().closed.get() < 1) {
      Thread.sleep(10);
    }
    assertThat(FakeWork.counts().closed).hasValue(1);
  }

  private static void assertFailed(Failed result, FailureKind kind, String message) {
    assertThat(result.kind()).isEqualTo(kind);
    assertThat(result.message()).contains(message);
  }
}
