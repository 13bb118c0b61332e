package dev.sturgeon.spark;

import static dev.sturgeon.spark.Answers.await;
import static dev.sturgeon.spark.FakeWork.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.spark.FakeWork.Deed;
import dev.sturgeon.trial.SegmentResult.Advanced;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SparkTrialExecutorTest {

  @Test
  void stopsASegmentMidwayWhereTheSessionHasThePlugin() throws Exception {
    try (SparkSession session = session(SparkDefaults.apply(conf()));
        SparkTrialExecutor executor =
            SparkTrialExecutor.open(session, FakeWork.factory(), Integer.MAX_VALUE)) {
      executor.submit(segment(1, Deed.EPOCHS_UNTIL_STOPPED));
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
  void losesWhatIsOutWhenTheSessionIsStoppedUnderIt() throws Exception {
    try (SparkSession session = session(SparkDefaults.apply(conf()));
        SparkTrialExecutor executor =
            SparkTrialExecutor.open(session, FakeWork.factory(), Integer.MAX_VALUE)) {
      for (long token = 0; token < 4; token++) {
        executor.submit(segment(token, Deed.EPOCHS_UNTIL_STOPPED));
      }
      session.stop();

      assertThat(await(executor, 4).byToken()).hasSize(4);
    }
  }

  private static SparkConf conf() {
    return DispatchContract.quiet().setMaster("local[2]").setAppName("test");
  }

  private static SparkSession session(SparkConf conf) {
    return SparkSession.builder().config(conf).getOrCreate();
  }
}
