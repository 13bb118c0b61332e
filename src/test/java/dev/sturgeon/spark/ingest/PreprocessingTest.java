package dev.sturgeon.spark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Examples;
import dev.sturgeon.data.RowHash;
import dev.sturgeon.data.SplitRule.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class PreprocessingTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(2);

  private final Path dir;

  PreprocessingTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void isWhatMllibItselfFitsToTheTrainingPart() {
    String[] lines = Flowers.lines(300);
    Ingested ingested = ingest(lines);
    Dataset<Row> train = read(trainingLines(lines, ingested));
    PipelineModel mllib = mllibPipeline().fit(train);

    List<Vector> expected = features(mllib.transform(train), "features");
    List<Vector> actual =
        features(ingested.preprocessing().pipeline().transform(train), FeatureFrame.FEATURES);

    Examples examples = ingested.data().train();
    assertThat(actual).hasSize(examples.rows());
    for (int row = 0; row < actual.size(); row++) {
      assertThat(actual.get(row).toArray())
          .containsExactly(expected.get(row).toArray(), within(1e-10));
      for (int i = 0; i < examples.columns(); i++) {
        // To the bit: networks see at prediction what they saw in training.
        assertThat(examples.features()[row * examples.columns() + i])
            .isEqualTo((float) actual.get(row).apply(i));
      }
    }
  }

  @Test
  void comesBackAsItWasSaved() throws IOException {
    Preprocessing saved = ingest(Flowers.lines(200)).preprocessing();
    String where = dir.resolve("best/preprocessing").toUri().toString();
    saved.save(SPARK.session(), where);
    saved.save(SPARK.session(), where);
    Preprocessing loaded = Preprocessing.load(SPARK.session(), where);

    assertThat(loaded.schema()).isEqualTo(saved.schema());
    assertThat(loaded.options()).isEqualTo(saved.options());
    assertThat(loaded.columns()).isEqualTo(saved.columns());
    Dataset<Row> rows = read(List.of(Flowers.lines(30)));
    assertThat(features(loaded.pipeline().transform(rows), FeatureFrame.FEATURES))
        .isEqualTo(features(saved.pipeline().transform(rows), FeatureFrame.FEATURES));
  }

  @Test
  void whatIsNotThereOrNotOursOrTooNewIsSaid() throws IOException {
    assertThatThrownBy(() -> Preprocessing.load(SPARK.session(), dir.toString()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("preprocessing.json: saved preprocessing cannot be read");
    Path file = dir.resolve("preprocessing.json");
    Files.writeString(file, "{}");
    assertThatThrownBy(() -> Preprocessing.load(SPARK.session(), dir.toString()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is not a preprocessing description");
    Files.writeString(file, "{\"version\": 2, \"what\": \"else\"}");
    assertThatThrownBy(() -> Preprocessing.load(SPARK.session(), dir.toString()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("newer Sturgeon (format 2");
  }

  @Test
  void pipelineNamesAreSafeAndDifferent() {
    assertThat(PipelineNames.of(List.of("a", "A", "petal.length", "petal length", "2nd", "größe")))
        .containsExactly("a", "A_2", "petal_length", "petal_length_2", "column_2nd", "gr__e");
  }

  private Ingested ingest(String... lines) {
    Path file = Specs.write(dir.resolve("flowers.csv"), lines);
    return new Ingestion(SPARK.session()).ingest(Specs.withId(file, "key"), 1);
  }

  /** The training part's lines in the order of the arrays: that of the ids' hashes. */
  private static List<String> trainingLines(String[] lines, Ingested ingested) {
    List<String> chosen = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String label = lines[i].substring(lines[i].lastIndexOf(',') + 1);
      if (ingested.frozen().rule().part(label, hash(lines[i])) == Part.TRAIN) {
        chosen.add(lines[i]);
      }
    }
    chosen.sort(Comparator.comparingLong(PreprocessingTest::hash));
    chosen.add(0, lines[0]);
    return chosen;
  }

  private static long hash(String line) {
    String[] id = {line.substring(0, line.indexOf(','))};
    return RowHash.of(1, id, new double[] {Double.NaN}, new int[] {0});
  }

  private Dataset<Row> read(List<String> lines) {
    Path file = Specs.write(dir.resolve("some.csv"), lines.toArray(String[]::new));
    return SPARK
        .session()
        .read()
        .option("header", true)
        .option("nullValue", "NA")
        .schema(
            "key STRING, size DOUBLE, colour STRING, wild STRING, zone DOUBLE, planet STRING,"
                + " y STRING")
        .csv(file.toString());
  }

  private static Pipeline mllibPipeline() {
    String[] texts = {"colour", "wild"};
    String[] numbers = {"size", "zone"};
    PipelineStage[] stages = {
      new StringIndexer()
          .setInputCols(texts)
          .setOutputCols(new String[] {"ci", "wi"})
          .setStringOrderType("alphabetAsc")
          .setHandleInvalid("keep"),
      new OneHotEncoder()
          .setInputCols(new String[] {"ci", "wi"})
          .setOutputCols(new String[] {"ce", "we"}),
      new Imputer()
          .setInputCols(numbers)
          .setOutputCols(new String[] {"sf", "zf"})
          .setStrategy("median"),
      new VectorAssembler().setInputCols(new String[] {"sf", "ce", "we", "zf"}).setOutputCol("raw"),
      new StandardScaler()
          .setInputCol("raw")
          .setOutputCol("features")
          .setWithMean(true)
          .setWithStd(true)
    };
    return new Pipeline().setStages(stages);
  }

  private static List<Vector> features(Dataset<Row> rows, String column) {
    return rows.select(column).collectAsList().stream().map(row -> row.<Vector>getAs(0)).toList();
  }
}
