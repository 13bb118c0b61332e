package dev.sturgeon.spark.ingest;

import static dev.sturgeon.train.SyntheticData.labels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Examples;
import dev.sturgeon.data.SplitRule.Part;
import dev.sturgeon.trial.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class FrozenSplitTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(2);

  private final Path dir;

  FrozenSplitTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void rowsKeepTheirPartWhenTheDataGrowAndAColumnBecomesDecimal() {
    List<String> lines = numbered(0, 400, "");
    Ingested before = ingest(lines, null);
    List<String> grown = numbered(0, 400, ".0");
    grown.addAll(numbered(400, 700, ".5").subList(1, 301));
    Ingested after = ingest(grown, before.frozen());

    assertThat(after.frozen()).isEqualTo(before.frozen());
    assertThat(after.counts().read()).isEqualTo(700);
    assertThat(parts(after)).containsAllEntriesOf(parts(before));
    // The new rows fall into all parts.
    assertThat(after.counts().train()).isGreaterThan(before.counts().train());
    assertThat(after.counts().dev()).isGreaterThan(before.counts().dev());
    assertThat(after.counts().test()).isGreaterThan(before.counts().test());
    assertThat(after.contentHash()).isNotEqualTo(before.contentHash());
  }

  @Test
  void inAnotherStudyOfGrownDataRowsKeepTheirPartTooButTheColumnsAreItsOwn() {
    Ingested before = ingest(numbered(0, 400, ""), null);
    List<String> grown = numbered(0, 400, "");
    grown.addAll(numbered(400, 700, "").subList(1, 301));
    grown.add("700,1,maybe");
    grown.add("701,1,maybe");
    Path file = Specs.write(dir.resolve("rows.csv"), grown.toArray(String[]::new));
    Ingested after =
        new Ingestion(SPARK.session())
            .ingestLike(Specs.csv(file), Task.CLASSIFICATION, 2, before.frozen().rule());

    assertThat(after.frozen().rule()).isEqualTo(before.frozen().rule());
    assertThat(after.classes()).contains("maybe");
    assertThat(parts(after)).containsAllEntriesOf(parts(before));
    assertThat(parts(ingest(grown, null)))
        .as("anew, those near the thresholds would move")
        .isNotEqualTo(parts(after));
  }

  @Test
  void classesKeepTheirSharesExactly() {
    Ingested ingested = ingest(numbered(0, 403, ""), null);

    // 403 rows: 269 of class n, 134 of class y; a quarter of each, rounded down.
    assertThat(labels(ingested.data().dev()).counts()).containsExactly(67, 33);
    assertThat(labels(ingested.test()).counts()).containsExactly(67, 33);
    assertThat(labels(ingested.data().train()).counts()).containsExactly(135, 68);
  }

  @Test
  void identicalRowsAreNeverTornApartWhateverTheirLabels() {
    List<String> lines = new ArrayList<>(List.of("a,b,y"));
    for (int i = 0; i < 600; i++) {
      lines.add(i % 40 + "," + i % 3 + "," + (i % 7 < 2 ? "y" : "n"));
    }
    Ingested ingested = ingest(lines, null);
    Set<String> train = rows(ingested.data().train());
    Set<String> dev = rows(ingested.data().dev());
    Set<String> test = rows(ingested.test());

    assertThat(train.size() + dev.size() + test.size()).isEqualTo(120);
    assertThat(train).doesNotContainAnyElementsOf(dev).doesNotContainAnyElementsOf(test);
    assertThat(dev).isNotEmpty().doesNotContainAnyElementsOf(test);
  }

  @Test
  void aLabelThatIsNewToTheStudyIsABadRow() {
    Frozen frozen = ingest(numbered(0, 100, ""), null).frozen();
    List<String> lines = numbered(0, 100, "");
    lines.add("5,1,maybe");

    assertThatThrownBy(() -> ingest(lines, frozen))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 101: the label 'maybe' is none of y, n");
  }

  @Test
  void aFeatureThatIsGoneIsNamed() {
    Frozen frozen = ingest(numbered(0, 100, ""), null).frozen();

    assertThatThrownBy(() -> ingest(List.of("a,y", "1,n"), frozen))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("has no column 'b' (a feature)");
  }

  private static List<String> numbered(int from, int to, String decimals) {
    List<String> lines = new ArrayList<>(List.of("a,b,y"));
    for (int i = from; i < to; i++) {
      lines.add(i + decimals + "," + i % 2 + "," + (i % 3 == 1 ? "y" : "n"));
    }
    return lines;
  }

  private static Set<String> rows(Examples examples) {
    Set<String> rows = new HashSet<>();
    for (int row = 0; row < examples.rows(); row++) {
      rows.add(examples.features()[row * 2] + " " + examples.features()[row * 2 + 1]);
    }
    return rows;
  }

  /** The part of each of the first 400 rows: the first feature identifies them, scaled or not. */
  private static Map<Integer, Part> parts(Ingested ingested) {
    double[] scale = scale(ingested);
    Map<Integer, Part> parts = new HashMap<>();
    put(parts, ingested.data().train(), scale, Part.TRAIN);
    put(parts, ingested.data().dev(), scale, Part.DEV);
    put(parts, ingested.test(), scale, Part.TEST);
    return parts;
  }

  private static void put(Map<Integer, Part> parts, Examples examples, double[] scale, Part part) {
    for (int row = 0; row < examples.rows(); row++) {
      double value = examples.features()[row * 2] * scale[1] + scale[0];
      if (value < 399.75) {
        parts.put((int) Math.round(value), part);
      }
    }
  }

  private static double[] scale(Ingested ingested) {
    var scaler = (StandardScalerModel) ingested.preprocessing().pipeline().stages()[2];
    return new double[] {scaler.mean().apply(0), scaler.std().apply(0)};
  }

  private Ingested ingest(List<String> lines, @Nullable Frozen frozen) {
    Path file = Specs.write(dir.resolve("rows.csv"), lines.toArray(String[]::new));
    return new Ingestion(SPARK.session()).ingest(Specs.csv(file), 1, frozen);
  }
}
