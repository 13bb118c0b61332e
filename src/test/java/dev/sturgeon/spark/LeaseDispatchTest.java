package dev.sturgeon.spark;

import static dev.sturgeon.spark.Answers.await;
import static dev.sturgeon.spark.Answers.awaitEpoch;
import static dev.sturgeon.spark.Answers.events;
import static dev.sturgeon.spark.FakeWork.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.spark.FakeWork.Deed;
import dev.sturgeon.study.TrialExecutor.EpochDone;
import dev.sturgeon.study.TrialExecutor.Progressed;
import dev.sturgeon.train.SegmentWorkFactory;
import dev.sturgeon.trial.SegmentResult.Advanced;
import java.time.Duration;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

/** In a session made with the plugin. */
final class LeaseDispatchTest extends DispatchContract {
  LeaseDispatchTest() {
    super(SparkDefaults.apply(quiet()));
  }

  @Override
  SparkTrialExecutor open(JavaSparkContext context, SegmentWorkFactory factory, int parallelism) {
    return SparkTrialExecutor.byLeases(context, factory, parallelism, Duration.ZERO);
  }

  @Test
  void tellsOfEveryEpochBeforeTheEnd() throws InterruptedException {
    try (SparkTrialExecutor executor = open()) {
      executor.submit(segment(5, Deed.THREE_EPOCHS));
      List<?> told =
          events(executor, 1).stream().filter(event -> !(event instanceof Progressed)).toList();

      assertThat(told).hasSize(4);
      for (int epoch = 1; epoch <= 3; epoch++) {
        EpochDone done = (EpochDone) told.get(epoch - 1);
        assertThat(done.token()).isEqualTo(5);
        assertThat(done.point().epoch()).isEqualTo(epoch);
      }
    }
  }

  @Test
  void aStoppedSegmentEndsAtItsNextEpochWithAResult() throws InterruptedException {
    try (SparkTrialExecutor executor = open()) {
      executor.submit(segment(6, Deed.EPOCHS_UNTIL_STOPPED));
      awaitEpoch(executor);
      executor.submit(segment(7, Deed.THREE_EPOCHS));
      executor.stop(6);

      assertThat(await(executor, 2).of(6, Advanced.class).epoch()).isLessThan(1_000_000);
    }
  }
}
