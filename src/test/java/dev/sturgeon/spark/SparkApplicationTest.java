package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class SparkApplicationTest {

  @BeforeEach
  void joinNoOther() {
    SparkSession.clearDefaultSession();
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "local[many]", "spark://nowhere"})
  void aMasterThatIsNoneIsNamedAndWhatWouldBeRight(String master) {
    assertThatThrownBy(() -> SparkApplication.start("test", master))
        .isInstanceOf(ClusterException.class)
        .hasMessageStartingWith("Spark did not start on master '" + master + "': ")
        .hasMessageContainingAll("local[*]", "spark://host:7077")
        .satisfies(
            failure -> assertThat(failure.getMessage()).hasSizeLessThan(400).doesNotContain("\n"));
  }

  @Test
  void startsAnewAfterOneThatFailed() {
    assertThatThrownBy(() -> SparkApplication.start("test", "foo"))
        .isInstanceOf(ClusterException.class);
    try (SparkApplication spark = SparkApplication.start("test", "local[3]")) {
      assertThat(spark.isLocal()).isTrue();
      assertThat(spark.trialsPerExecutor()).isEqualTo(3);
    }
  }
}
