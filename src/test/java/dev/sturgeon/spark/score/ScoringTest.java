package dev.sturgeon.spark.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Source.BadRows;
import dev.sturgeon.data.Source.Reading;
import dev.sturgeon.data.Targets;
import dev.sturgeon.spark.ingest.Flowers;
import dev.sturgeon.spark.ingest.Ingestion;
import dev.sturgeon.spark.ingest.LocalSpark;
import dev.sturgeon.spark.ingest.Preprocessing;
import dev.sturgeon.spark.ingest.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class ScoringTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(2);

  private static @Nullable Scoring scoring;
  private static @Nullable Preprocessing preprocessing;

  private final Path dir;

  ScoringTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeAll
  static void train(@TempDir Path dir) {
    Path file = Specs.write(dir.resolve("flowers.csv"), Flowers.lines(200));
    Preprocessing fitted =
        new Ingestion(SPARK.session()).ingest(Specs.withId(file, "key"), 1).preprocessing();
    // Feature 0 is the size: lilies are large.
    Network network = new Network(new byte[] {0}, new SizeRule(fitted.columns()));
    preprocessing = fitted;
    scoring = new Scoring(SPARK.session(), fitted, network);
  }

  @Test
  void writesOneFileWithKeptColumnsLabelsAndProbabilities() throws IOException {
    // Another order of columns, no label, an unseen category, a missing one, quotes and blanks.
    Path input =
        input(
            "zone,wild,colour,\"note, free\",size",
            "1,true,red,\"a \"\"b\"\", c\",3.1",
            "2.0,maybe,ultraviolet, d ,11.5",
            "3,NA,,,NA");

    List<String> warnings =
        scoring().predict(input.toString(), csv(), out(), List.of("note, free", "size"));

    assertThat(warnings).isEmpty();
    assertThat(Files.readString(Path.of(out())))
        .isEqualTo(
            """
            "note, free",size,prediction,probability_lily,probability_rose
            "a ""b"", c",3.1,rose,0.25,0.75
             d ,11.5,lily,1.0,0.0
            ,NA,rose,0.25,0.75
            """);
    try (Stream<Path> left = Files.list(dir)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("input.csv", "scored.csv");
    }
  }

  @Test
  void keepsTheOrderOfTheRowsAndReplacesAnOlderFile() throws IOException {
    Files.writeString(Path.of(out()), "old");
    List<String> lines = new ArrayList<>(List.of("key,size,colour,wild,zone"));
    for (int i = 0; i < 5000; i++) {
      lines.add("k" + i + "," + (i % 13 > 6 ? 12 : 3) + ",red,true,1");
    }
    SPARK.session().conf().set("spark.sql.files.maxPartitionBytes", 20_000);
    scoring()
        .predict(
            input(lines.toArray(String[]::new)).toUri().toString(),
            csv(),
            Path.of(out()).toUri().toString(),
            List.of("key"));

    List<String> written = Files.readAllLines(Path.of(out()));
    assertThat(written).hasSize(5001);
    for (int i = 0; i < 5000; i++) {
      assertThat(written.get(i + 1)).startsWith("k" + i + (i % 13 > 6 ? ",lily" : ",rose"));
    }
  }

  @Test
  void badRowsAreRefusedOrDroppedAsAsked() {
    String input = input("size,colour,wild,zone", "3,red,true,1", "big,red,true,1").toString();

    assertThatThrownBy(() -> scoring().predict(input, csv(), out(), List.of()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("1 of 2 rows cannot be used; row 2: 'big' in column 'size'");
    Reading dropping = new Reading(true, ',', List.of("NA"), BadRows.DROP);
    assertThat(scoring().predict(input, dropping, out(), List.of()))
        .singleElement()
        .asString()
        .contains("'big'");
    assertThat(Path.of(out())).content().hasLineCount(2);
  }

  @Test
  void columnsThatAreNotThereAreNamed() {
    String input = input("size,color,wild,zone", "3,red,true,1").toString();

    assertThatThrownBy(() -> scoring().predict(input, csv(), out(), List.of()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("has no column 'colour' (a feature); it has: color,");
  }

  @Test
  void aFileWithoutHeaderIsReadByPositionWithOrWithoutTheLabel() throws IOException {
    Reading headless = new Reading(false, ',', List.of("NA"), BadRows.REFUSE);
    String with = input("k1,10.5,red,true,1,earth,lily", "k2,3,red,true,1,earth,rose").toString();
    scoring().predict(with, headless, out(), List.of("key"));
    List<String> written = Files.readAllLines(Path.of(out()));
    assertThat(written).element(1).asString().startsWith("k1,lily");

    String without = input("k1,10.5,red,true,1,earth", "k2,3,red,true,1,earth").toString();
    scoring().predict(without, headless, out(), List.of("key"));
    assertThat(Files.readAllLines(Path.of(out()))).isEqualTo(written);

    String other = input("10.5,red,true").toString();
    assertThatThrownBy(() -> scoring().predict(other, headless, out(), List.of()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("has 3 columns and no header; the model was made with 7");
  }

  @Test
  void theOutputMayNotBeADirectory() {
    String input = input("size,colour,wild,zone", "3,red,true,1").toString();

    assertThatThrownBy(() -> scoring().predict(input, csv(), dir.toString(), List.of()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("cannot be written: it is a directory");
  }

  @Test
  void evaluationGivesProbabilitiesAndTrueLabels() {
    String input =
        input("size,colour,wild,zone,y", "3,red,true,1,rose", "10,red,true,1,rose").toString();

    Evaluated evaluated = scoring().evaluate(input, csv());

    Targets.Labels labels = (Targets.Labels) evaluated.targets();
    assertThat(labels.classOf()).containsExactly(1, 1);
    assertThat(evaluated.outputs()).containsExactly(0.25f, 0.75f, 1, 0);
    assertThat(labels.classes()).isEqualTo(2);
  }

  @Test
  void evaluationRefusesLabelsTheModelDoesNotKnow() {
    String unknown =
        input("size,colour,wild,zone,y", "3,red,true,1,rose", "4,red,true,1,tulip").toString();
    assertThatThrownBy(() -> scoring().evaluate(unknown, csv()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 2: the label 'tulip' is none of lily, rose");

    String absent = input("size,colour,wild,zone", "3,red,true,1").toString();
    assertThatThrownBy(() -> scoring().evaluate(absent, csv()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("has no column 'y' (the label)");
  }

  private static Scoring scoring() {
    return Objects.requireNonNull(scoring);
  }

  private static Reading csv() {
    return Objects.requireNonNull(preprocessing).options();
  }

  private String out() {
    return dir.resolve("scored.csv").toString();
  }

  private Path input(String... lines) {
    return Specs.write(dir.resolve("input.csv"), lines);
  }
}
