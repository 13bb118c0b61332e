package dev.sturgeon.spark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Source.BadRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Rows outside the sample, whatever they hold. */
final class SampleTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(2);

  private static final int ROWS = 1000;
  private static final double SHARE = 0.2;

  private final Path dir;

  SampleTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void aLabelOutsideTheSampleDoesNotKeepAStudyFromBeingReadAgain() {
    assertReadAgain("%d,rare");
  }

  @Test
  void aTextOutsideTheSampleDoesNotMakeANumericColumnBad() {
    assertReadAgain("text%d,b");
  }

  @Test
  void aClassThatIsNotInTheSampleIsNamed() {
    List<String> lines = new ArrayList<>(lines(i -> i + "," + (i % 2 == 0 ? "a" : "b")));
    lines.add("%d,rare".formatted(outside("%d,rare", lines)));
    Ingested once = ingest(lines, BadRows.REFUSE, null);

    assertThat(once.warnings())
        .singleElement()
        .asString()
        .contains("no row of these classes is in the sample (data.sample 0.2)")
        .endsWith("learns them: rare");
    assertThat(ingest(lines, BadRows.REFUSE, once.frozen()).warnings()).isEqualTo(once.warnings());
  }

  @Test
  void badRowsOfTheSampleAreStillRefused() {
    List<String> lines = lines(i -> i + "," + (i % 5 == 0 ? "" : i % 2 == 0 ? "a" : "b"));

    assertThatThrownBy(() -> ingest(lines, BadRows.REFUSE, null))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("of 1000 rows cannot be used; row ")
        .hasMessageContaining("no label in column 'y'");
    // A fifth of the rows is bad, and a fifth of those is in the sample.
    assertThat(ingest(lines, BadRows.DROP, null).counts().dropped()).isBetween(20L, 60L);
  }

  @Test
  void aSampleOfBadRowsIsNotCalledTooSmall() {
    List<String> lines = lines(i -> i + ",");

    assertThatThrownBy(() -> ingest(lines, BadRows.DROP, null))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no row of the sample can be used; row ")
        .hasMessageContaining("no label in column 'y'");
  }

  /** Adds a row that must not be in the sample: if it were, it would be refused at once. */
  private void assertReadAgain(String odd) {
    List<String> lines = new ArrayList<>(lines(i -> i + "," + (i % 2 == 0 ? "a" : "b")));
    lines.add(1, odd.formatted(outside(odd, lines)));
    Ingested once = ingest(lines, BadRows.REFUSE, null);
    Ingested again = ingest(lines, BadRows.REFUSE, Frozen.fromJson(once.frozenJson()));

    assertThat(once.classes()).containsExactly("a", "b");
    assertThat(once.counts().read()).isEqualTo(ROWS + 1);
    assertThat(once.counts().dropped()).isZero();
    assertThat(again.counts()).isEqualTo(once.counts());
    assertThat(again.contentHash()).isEqualTo(once.contentHash());
    assertThat(again.data().train().features()).isEqualTo(once.data().train().features());
    assertThat(again.test().features()).isEqualTo(once.test().features());
  }

  /** A number that keeps the row it is in outside the sample. */
  private int outside(String odd, List<String> lines) {
    return IntStream.range(ROWS, ROWS + 20)
        .filter(
            number -> {
              List<String> more = new ArrayList<>(lines);
              more.add(odd.formatted(number));
              try {
                return ingest(more, BadRows.REFUSE, null).counts().dropped() == 0;
              } catch (DataException inside) {
                return false;
              }
            })
        .findFirst()
        .orElseThrow();
  }

  private static List<String> lines(IntFunction<String> line) {
    return Stream.concat(Stream.of("a,y"), IntStream.range(0, ROWS).mapToObj(line)).toList();
  }

  private Ingested ingest(List<String> lines, BadRows badRows, @Nullable Frozen frozen) {
    Path file = Specs.write(dir.resolve("rows.csv"), lines.toArray(String[]::new));
    DataSpec spec = Specs.csv(file.toString(), "y", null, List.of(), List.of(), badRows);
    DataSpec sample = new DataSpec(spec.source(), SHARE, spec.dev(), spec.test());
    return new Ingestion(SPARK.session()).ingest(sample, 1, frozen);
  }
}
