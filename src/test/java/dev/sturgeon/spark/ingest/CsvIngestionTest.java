package dev.sturgeon.spark.ingest;

import static dev.sturgeon.train.SyntheticData.labels;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Examples;
import dev.sturgeon.data.Source;
import dev.sturgeon.data.Source.BadRows;
import dev.sturgeon.data.TableSchema.Feature;
import dev.sturgeon.data.TableSchema.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class CsvIngestionTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(2);

  private final Path dir;

  CsvIngestionTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void understandsNumbersCategoriesMissingValuesAndLabels() {
    Ingested ingested = ingest(Specs.withId(file(Flowers.lines(200)), "key"));

    assertThat(ingested.frozen().schema().features())
        .containsExactly(
            new Feature("size", Kind.NUMERIC),
            new Feature("colour", Kind.CATEGORICAL),
            new Feature("wild", Kind.CATEGORICAL),
            new Feature("zone", Kind.NUMERIC));
    assertThat(ingested.frozen().schema().classes()).containsExactly("lily", "rose");
    assertThat(ingested.data().train().columns()).isEqualTo(1 + 3 + 2 + 1);
    assertThat(ingested.warnings())
        .singleElement()
        .asString()
        .contains("a column holds one value only and is left out: planet");
    for (float feature : ingested.data().train().features()) {
      assertThat(feature).isFinite();
    }
  }

  @Test
  void aListedColumnIsCategoricalThoughItHoldsNumbers() {
    DataSpec spec = spec(file(Flowers.lines(200)), List.of("zone"), List.of("key", "wild"));

    assertThat(ingest(spec).frozen().schema().names(Kind.CATEGORICAL))
        .containsExactly("colour", "zone");
  }

  @Test
  void warnsOfAColumnThatLooksLikeAnIdentifier() {
    DataSpec spec = spec(file(Flowers.lines(200)), List.of(), List.of("planet"));

    assertThat(ingest(spec).warnings())
        .singleElement()
        .asString()
        .contains("column 'key' has 200 categories", "data.ignore");
  }

  @Test
  void labelsThatAreNumbersAreOrderedByValue() {
    List<String> lines = new ArrayList<>(List.of("a,y"));
    for (int i = 0; i < 60; i++) {
      lines.add(i + "," + List.of("10", "9", "-1").get(i % 3));
    }
    Ingested ingested = ingest(Specs.csv(file(lines.toArray(String[]::new))));

    assertThat(ingested.frozen().schema().classes()).containsExactly("-1", "9", "10");
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    String[] lines = Flowers.lines(150);
    Ingested sorted = ingest(Specs.csv(file(lines)));
    Collections.shuffle(Arrays.asList(lines).subList(1, lines.length), new Random(1));
    Ingested shuffled = ingest(Specs.csv(file(lines)));

    assertSame(shuffled.data().train(), sorted.data().train());
    assertSame(shuffled.data().dev(), sorted.data().dev());
    assertSame(shuffled.test(), sorted.test());
    assertThat(shuffled.contentHash()).isEqualTo(sorted.contentHash());
  }

  @Test
  void anotherValueIsAnotherContent() {
    String[] lines = Flowers.lines(150);
    String before = ingest(Specs.csv(file(lines))).contentHash();
    lines[7] = lines[7].replaceAll("rose|lily", lines[7].endsWith("rose") ? "lily" : "rose");

    assertThat(ingest(Specs.csv(file(lines))).contentHash()).isNotEqualTo(before);
  }

  @Test
  void anotherSeedIsAnotherSplit() {
    DataSpec spec = Specs.csv(file(Flowers.lines(150)));

    assertThat(new Ingestion(SPARK.session()).ingest(spec, 2).data().dev().features())
        .isNotEqualTo(ingest(spec).data().dev().features());
  }

  @Test
  void aFileWithoutHeaderHasNumberedColumns() {
    String[] lines = Flowers.lines(150);
    Path file = file(Arrays.copyOfRange(lines, 1, lines.length));
    DataSpec spec =
        new DataSpec(
            new Source.Table(
                "csv",
                dev.sturgeon.data.Files.of(file.toUri().toString()),
                new Source.Columns("c6", "c0", null, null, List.of(), List.of("c3")),
                new Source.Reading(false, ',', List.of("NA"), BadRows.REFUSE),
                new TreeMap<>()),
            1,
            0.2,
            0);
    Ingested ingested = ingest(spec);

    assertThat(ingested.counts().read()).isEqualTo(150);
    assertThat(ingested.counts().test()).isZero();
    assertThat(ingested.frozen().schema().features())
        .extracting(Feature::name)
        .containsExactly("c1", "c2", "c4");
  }

  private static void assertSame(Examples one, Examples other) {
    assertThat(one.features()).isEqualTo(other.features());
    assertThat(labels(one).classOf()).isEqualTo(labels(other).classOf());
  }

  private static DataSpec spec(Path file, List<String> categorical, List<String> ignore) {
    return Specs.csv(file.toString(), "y", null, categorical, ignore, BadRows.REFUSE);
  }

  private static Ingested ingest(DataSpec spec) {
    return new Ingestion(SPARK.session()).ingest(spec, 1);
  }

  private Path file(String... lines) {
    return Specs.write(dir.resolve("flowers.csv"), lines);
  }
}
