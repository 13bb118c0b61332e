package dev.sturgeon.spark.ingest;

import static dev.sturgeon.train.SyntheticData.labels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Examples;
import dev.sturgeon.data.SplitRule;
import java.io.IOException;
import java.util.Arrays;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

final class DigitsIngestionTest {

  @Test
  void splitsScalesAndCountsTheDigitsTheSameAtAnyParallelism() throws IOException {
    Ingested one = ingest(1);
    Ingested two = ingest(2);

    assertThat(one.counts().read()).isEqualTo(1797);
    assertThat(one.counts().dropped()).isZero();
    // Per class, 15 % rounded down, here of 177 to 183 rows, less equal rows at a threshold.
    assertThat(one.counts().dev()).isBetween(260L, 270L);
    assertThat(one.counts().test()).isBetween(260L, 270L);
    assertThat(one.counts().train() + one.counts().dev() + one.counts().test()).isEqualTo(1797);
    assertThat(one.data().train().columns()).isEqualTo(61);
    assertThat(one.data().outputs()).isEqualTo(10);
    assertThat(one.warnings()).singleElement().asString().contains("pixel0, pixel32, pixel39");
    assertThat(one.largestClassShare()).isBetween(0.09, 0.11);
    assertStandardised(one.data().train());

    assertThat(two.data().train().features()).isEqualTo(one.data().train().features());
    assertThat(labels(two.data().train()).classOf())
        .isEqualTo(labels(one.data().train()).classOf());
    assertThat(two.data().dev().features()).isEqualTo(one.data().dev().features());
    assertThat(two.data().probe().features()).isEqualTo(one.data().probe().features());
    assertThat(two.contentHash()).isEqualTo(one.contentHash());
    assertThat(two.frozen()).isEqualTo(one.frozen());
  }

  private static Ingested ingest(int cores) throws IOException {
    try (SparkSession spark = LocalSpark.open(cores)) {
      Ingested ingested = new Ingestion(spark).ingest(DataSpec.digits(), 1);
      Examples test = ingested.test();
      assertThat(test.rows()).isEqualTo((int) ingested.counts().test());
      assertThat(ingested.frozen().rule().part("3", 0)).isEqualTo(SplitRule.Part.TEST);
      return ingested;
    }
  }

  private static void assertStandardised(Examples train) {
    double[] column = new double[train.rows()];
    Arrays.setAll(column, row -> train.features()[row * train.columns() + 20]);
    double mean = Arrays.stream(column).average().orElseThrow();
    double variance = Arrays.stream(column).map(v -> (v - mean) * (v - mean)).sum();
    assertThat(mean).isCloseTo(0, within(1e-6));
    assertThat(variance / (column.length - 1)).isCloseTo(1, within(1e-5));
  }
}
