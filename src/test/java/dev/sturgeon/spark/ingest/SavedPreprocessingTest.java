package dev.sturgeon.spark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Directories that released versions saved, kept as they were: every later version opens them. */
final class SavedPreprocessingTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(2);

  @Test
  void opensWhatTheFirstVersionSaved(@TempDir Path dir) {
    URL saved = Objects.requireNonNull(getClass().getResource("saved-by-0.1"));
    Preprocessing preprocessing = Preprocessing.load(SPARK.session(), saved.toString());
    Path file =
        Specs.write(dir.resolve("new.csv"), "size,colour,wild,zone", "4.5,red,true,2", ",,,");

    List<Row> rows =
        FeatureFrame.read(
                SPARK.session(),
                preprocessing,
                file.toString(),
                preprocessing.options(),
                false,
                List.of())
            .rows()
            .collectAsList();

    assertThat(preprocessing.classes()).containsExactly("lily", "rose");
    assertFeatures(rows.get(0), -0.986711, 2.014896, -0.536922, -0.688166, -1.014793, 1.014793);
    assertFeatures(rows.get(1), -0.167664, -0.491438, -0.536922, -0.688166, -1.014793, -0.975762);
  }

  private static void assertFeatures(Row row, double... expected) {
    Vector features = row.getAs(FeatureFrame.FEATURES);
    assertThat(features.size()).isEqualTo(7);
    for (int i = 0; i < expected.length; i++) {
      assertThat(features.apply(i)).isCloseTo(expected[i], within(1e-6));
    }
  }
}
