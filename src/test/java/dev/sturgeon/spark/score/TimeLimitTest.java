package dev.sturgeon.spark.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.spark.ingest.LocalSpark;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class TimeLimitTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(2);

  @Test
  void jobsAreCancelledWhenTheTimeIsUp() {
    try (TimeLimit limit = new TimeLimit(SPARK.session(), Duration.ZERO)) {
      assertThatThrownBy(TimeLimitTest::countForEver).hasMessageContaining("cancelled");
      assertThat(limit.isOver()).isTrue();
    }
    assertThat(SPARK.session().range(100).count()).as("a later job").isEqualTo(100);
  }

  @Test
  void withinTheLimitNothingHappens() {
    try (TimeLimit limit = new TimeLimit(SPARK.session(), Duration.ofHours(1))) {
      assertThat(SPARK.session().range(100).count()).isEqualTo(100);
      assertThat(limit.isOver()).isFalse();
    }
  }

  private static void countForEver() {
    while (SPARK.session().range(100).count() == 100) {
      Thread.onSpinWait();
    }
  }
}
