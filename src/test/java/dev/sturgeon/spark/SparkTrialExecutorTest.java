package dev.sturgeon.spark;

import static dev.sturgeon.spark.Answers.await;
import static dev.sturgeon.spark.Answers.awaitEpoch;
import static dev.sturgeon.spark.FakeWork.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.spark.FakeWork.Deed;
import dev.sturgeon.trial.SegmentResult.Advanced;
import java.time.Duration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SparkTrialExecutorTest {

  /** Spark leaves tasks that run when a session is stopped running. */
  @BeforeEach
  @AfterEach
  void endsWhatIsLeft() {
    FakeWork.forgetCounts();
  }

  @Test
  void stopsASegmentMidwayWhereTheSessionHasThePlugin() throws Exception {
    try (SparkSession session = session(SparkDefaults.apply(conf()));
        SparkTrialExecutor executor =
            SparkTrialExecutor.open(session, FakeWork.factory(), Integer.MAX_VALUE)) {
      executor.submit(segment(1, Deed.EPOCHS_UNTIL_STOPPED));
      awaitEpoch(executor);
      executor.stop(1);

      assertThat(await(executor, 1).of(1, Advanced.class).epoch()).isPositive();
    }
  }

  @Test
  void carriesSegmentsOutWhereItHasNot() throws Exception {
    try (SparkSession session = session(conf());
        SparkTrialExecutor executor =
            SparkTrialExecutor.open(session, FakeWork.factory(), Integer.MAX_VALUE)) {
      executor.submit(segment(1, Deed.THREE_EPOCHS));

      assertThat(await(executor, 1).of(1, Advanced.class).epoch()).isEqualTo(3);
    }
  }

  @Test
  void endsWithTheSessionAndTellsNoneOfTheLossesWhereItHasThePlugin() throws Exception {
    endsWithTheSession(SparkDefaults.apply(conf()));
  }

  @Test
  void endsWithTheSessionAndTellsNoneOfTheLossesWhereItHasNot() throws Exception {
    endsWithTheSession(conf());
  }

  private static void endsWithTheSession(SparkConf conf) throws Exception {
    try (SparkSession session = session(conf);
        SparkTrialExecutor executor =
            SparkTrialExecutor.open(session, FakeWork.factory(), Integer.MAX_VALUE)) {
      for (long token = 0; token < 4; token++) {
        executor.submit(segment(token, Deed.EPOCHS_UNTIL_STOPPED));
      }
      while (FakeWork.counts().running.get() < 2) {
        Thread.sleep(5);
      }
      session.stop();

      assertEnded(() -> executor.poll(Duration.ofSeconds(1)));
      assertEnded(() -> executor.submit(segment(5, Deed.NOTHING)));
      assertEnded(executor::slots);
    }
  }

  private static void assertEnded(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(ClusterException.class)
        .hasMessageStartingWith("The Spark application has ended: local-")
        .hasMessageContaining("local[2]");
  }

  private static SparkConf conf() {
    return DispatchContract.quiet().setMaster("local[2]").setAppName("test");
  }

  private static SparkSession session(SparkConf conf) {
    return SparkSession.builder().config(conf).getOrCreate();
  }
}
