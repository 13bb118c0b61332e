package dev.sturgeon.spark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Examples;
import dev.sturgeon.data.Files;
import dev.sturgeon.data.Source;
import dev.sturgeon.data.Source.Columns;
import dev.sturgeon.data.Targets;
import dev.sturgeon.trial.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The user's own parts, groups, times, samples and numbers to predict. */
final class PartsTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(2);

  private static final Columns LABEL = Columns.of("y");

  private final Path dir;

  PartsTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void ownPartsAreUsedWholeWhateverTheOrderOfTheirColumns() {
    String main = file("main.csv", 0, 100, "a,b,y", i -> i + "," + i % 7 + "," + i % 2);
    String dev = file("dev.csv", 100, 130, "y,b,a", i -> i % 2 + "," + i % 7 + "," + i);
    String test = file("test.csv", 90, 110, "a,b,y", i -> i + "," + i % 7 + "," + i % 2);
    DataSpec spec = spec(new Files(main, dev, test), LABEL, 1);
    Ingested ingested = ingest(spec, Task.CLASSIFICATION, null);

    assertThat(ingested.counts().train()).isEqualTo(100);
    assertThat(ingested.counts().dev()).isEqualTo(30);
    assertThat(ingested.test().rows()).isEqualTo(20);
    assertThat(ingested.warnings())
        .anyMatch(note -> note.contains("10 of 20 rows of the test part") && note.contains("train"))
        .anyMatch(note -> note.contains("10 of 20 rows of the test part") && note.contains("dev"));
    Ingested again = ingest(spec, Task.CLASSIFICATION, ingested.frozen());
    assertThat(again.contentHash()).isEqualTo(ingested.contentHash());
    assertThat(again.data().dev().features()).isEqualTo(ingested.data().dev().features());
    // Another dev file is other data.
    DataSpec without = spec(new Files(main, null, test), LABEL, 1);
    Ingested split = ingest(without, Task.CLASSIFICATION, null);
    assertThat(split.contentHash()).isNotEqualTo(ingested.contentHash());
    assertThat(split.counts().dev() + split.counts().train()).isEqualTo(100);
  }

  @Test
  void aLabelOrColumnThatTrainingDoesNotKnowIsRefusedInOwnParts() {
    String main = file("main.csv", 0, 100, "a,b,y", i -> i + "," + i % 7 + "," + i % 2);
    String label = file("label.csv", 0, 10, "a,b,y", i -> i + "," + i + "," + i % 3);
    String column = file("column.csv", 0, 10, "a,y", i -> i + "," + i % 2);

    assertThatThrownBy(
            () -> ingest(spec(new Files(main, label, null), LABEL, 1), Task.CLASSIFICATION, null))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(
            "label.csv: 3 of 10 rows cannot be used; row 3: the label '2' is none of");
    assertThatThrownBy(
            () -> ingest(spec(new Files(main, column, null), LABEL, 1), Task.CLASSIFICATION, null))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("column.csv: has no column 'b'");
  }

  @Test
  void groupsStayTogetherAndAreNoFeature() {
    String main = file("main.csv", 0, 600, "g,a,y", i -> "g" + i / 10 + "," + i / 10 + "," + i % 2);
    Ingested ingested =
        ingest(
            spec(Files.of(main), new Columns("y", null, "g", null, List.of(), List.of()), 1),
            Task.CLASSIFICATION,
            null);

    assertThat(ingested.data().train().columns()).isEqualTo(1);
    assertThat(ingested.counts().dev()).isEqualTo(90);
    assertThat(ingested.counts().test()).isEqualTo(90);
    assertThat(values(ingested.data().dev()))
        .hasSize(9)
        .doesNotContainAnyElementsOf(values(ingested.data().train()));
    Frozen read = Frozen.fromJson(ingested.frozen().toJson());
    assertThat(read).isEqualTo(ingested.frozen());
  }

  @Test
  void theLatestRowsAreTestThoseBeforeThemDev() {
    String main =
        file(
            "main.csv",
            0,
            100,
            "t,a,y",
            i -> "2024-01-01T00:%02d:00Z".formatted(i / 2) + "," + i + "," + i % 2);
    Columns columns = new Columns("y", null, null, "t", List.of(), List.of());
    Ingested ingested = ingest(spec(Files.of(main), columns, 1), Task.CLASSIFICATION, null);
    float latestTrain = max(ingested.data().train());

    assertThat(min(ingested.data().dev())).isGreaterThan(latestTrain);
    assertThat(min(ingested.test())).isGreaterThan(max(ingested.data().dev()));
    assertThat(ingested.counts().test()).isBetween(14L, 16L);
    String bad =
        file("bad.csv", 0, 100, "t,a,y", i -> (i == 7 ? "noon" : i + "") + "," + i + "," + i % 2);
    assertThatThrownBy(() -> ingest(spec(Files.of(bad), columns, 1), Task.CLASSIFICATION, null))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'noon' in the time column 't' is neither a number nor an ISO date");
  }

  @Test
  void aSampleIsTheSameRowsEveryTime() {
    String main = file("main.csv", 0, 2000, "a,y", i -> i + "," + i % 2);
    DataSpec spec = spec(Files.of(main), LABEL, 0.25);
    Ingested once = ingest(spec, Task.CLASSIFICATION, null);
    Ingested again = ingest(spec, Task.CLASSIFICATION, once.frozen());

    long used = once.counts().train() + once.counts().dev() + once.counts().test();
    assertThat(used).isBetween(420L, 580L);
    assertThat(once.counts().read()).isEqualTo(2000);
    assertThat(again.contentHash()).isEqualTo(once.contentHash());
    assertThat(again.data().train().features()).isEqualTo(once.data().train().features());
  }

  @Test
  void numbersToPredictAreScaledByTheTrainingPart() {
    String main = file("main.csv", 0, 200, "a,y", i -> i + "," + (3 * i + 0.5));
    Ingested ingested = ingest(spec(Files.of(main), LABEL, 1), Task.REGRESSION, null);
    Targets.Numbers train = (Targets.Numbers) ingested.data().train().targets();
    Examples dev = ingested.data().dev();

    assertThat(ingested.counts().dev()).isEqualTo(30);
    assertThat(ingested.counts().test()).isEqualTo(30);
    double mean = 0;
    for (float number : train.scaled()) {
      mean += number / train.rows();
    }
    assertThat(mean).isCloseTo(0, within(1e-6));
    // The label is a line in the only feature, and both are scaled by the same rows.
    assertThat(((Targets.Numbers) dev.targets()).scaled())
        .containsExactly(dev.features(), within(1e-5f));
    assertThat(ingested.preprocessing().scale()).isEqualTo(train.scale());
    assertThat(
            ingest(spec(Files.of(main), LABEL, 1), Task.REGRESSION, ingested.frozen())
                .data()
                .dev()
                .features())
        .isEqualTo(dev.features());
  }

  @Test
  void labelsThatAreNoNumbersOrNeverVaryAreRefused() {
    String text = file("text.csv", 0, 100, "a,y", i -> i + "," + (i == 4 ? "high" : i + ".5"));
    assertThatThrownBy(() -> ingest(spec(Files.of(text), LABEL, 1), Task.REGRESSION, null))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 5: the label 'high' in column 'y' is not a number");
    String constant = file("constant.csv", 0, 100, "a,y", i -> i + ",7");
    assertThatThrownBy(() -> ingest(spec(Files.of(constant), LABEL, 1), Task.REGRESSION, null))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("every number to predict in the training part is 7.0");
    String number = file("number.csv", 0, 100, "a,y", i -> i + "," + i * 0.37);
    assertThatThrownBy(() -> ingest(spec(Files.of(number), LABEL, 1), Task.CLASSIFICATION, null))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("choose objective.metric: rmse, mae or r2");
  }

  private static List<Float> values(Examples examples) {
    List<Float> values = new ArrayList<>();
    for (float feature : examples.features()) {
      if (!values.contains(feature)) {
        values.add(feature);
      }
    }
    return values;
  }

  private static float max(Examples examples) {
    return values(examples).stream().max(Float::compare).orElseThrow();
  }

  private static float min(Examples examples) {
    return values(examples).stream().min(Float::compare).orElseThrow();
  }

  private static Ingested ingest(DataSpec spec, Task task, @Nullable Frozen frozen) {
    return new Ingestion(SPARK.session()).ingest(spec, task, 1, frozen);
  }

  private static DataSpec spec(Files files, Columns columns, double sample) {
    Source.Table table =
        new Source.Table("csv", files, columns, Source.Reading.usual(), new TreeMap<>());
    return new DataSpec(table, sample, 0.15, 0.15);
  }

  private String file(String name, int from, int to, String header, IntFunction<String> line) {
    List<String> lines = new ArrayList<>(List.of(header));
    for (int i = from; i < to; i++) {
      lines.add(line.apply(i));
    }
    return Specs.write(dir.resolve(name), lines.toArray(String[]::new)).toString();
  }
}
