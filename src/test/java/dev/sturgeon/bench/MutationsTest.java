package dev.sturgeon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.bench.chaos.Mutations;
import dev.sturgeon.spark.SparkApplication;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files are accepted or refused with a message that names them; the benchmark has more. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class MutationsTest {
  private static final long SEED = 1;

  @TempDir Path directory;

  @Test
  void damagedConfigurationsAreAcceptedOrRefused() throws Exception {
    Mutations mutations = Mutations.ofConfigurations(directory, 40, SEED);
    assertThat(mutations.wrong()).as(mutations::toString).isEmpty();
    assertThat(mutations.refused()).isGreaterThan(10);
    assertThat(mutations.accepted()).isGreaterThan(2);
  }

  @Test
  void damagedDataAreAcceptedOrRefused() throws Exception {
    SparkSession.clearDefaultSession();
    try (SparkApplication spark = SparkApplication.start("mutations", "local[2]")) {
      Mutations mutations = Mutations.ofData(spark, directory, 16, SEED);
      assertThat(mutations.wrong()).as(mutations::toString).isEmpty();
      assertThat(mutations.refused()).isGreaterThan(4);
      assertThat(mutations.accepted()).isGreaterThan(2);
    }
  }
}
