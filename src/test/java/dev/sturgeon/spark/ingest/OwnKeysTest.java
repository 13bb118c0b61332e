package dev.sturgeon.spark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Files;
import dev.sturgeon.data.Source;
import dev.sturgeon.data.Source.Columns;
import dev.sturgeon.data.Source.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Groups and times in the user's own parts. */
final class OwnKeysTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(2);

  private static final Columns GROUP = new Columns("y", null, "g", null, List.of(), List.of());
  private static final Columns TIME = new Columns("y", null, null, "t", List.of(), List.of());

  private final Path dir;

  OwnKeysTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void groupsThatAreInTheTrainingPartTooAreCountedAndTheFirstIsNamed() {
    String main = file("main.csv", 0, 100, "g,a,y", i -> "g" + i / 10 + "," + i + "," + i % 2);
    // Its groups are g12, g11, … g8: the last two are trained on.
    String dev =
        file("dev.csv", 0, 50, "y,a,g", i -> i % 2 + "," + (i + 500) + ",g" + (12 - i / 10));
    Ingested ingested = ingest(new Files(main, dev, null), GROUP, 0);

    assertThat(ingested.counts().dev()).isEqualTo(50);
    assertThat(ingested.data().train().columns()).isEqualTo(1);
    assertThat(ingested.warnings())
        .singleElement()
        .asString()
        .contains("dev.csv: 2 of the 5 groups (column 'g') of the dev part are in the training")
        .contains("the first is 'g9'");
  }

  @Test
  void otherGroupsAndLaterTimesAreNotWarnedOf() {
    String groups = file("groups.csv", 0, 100, "g,a,y", i -> "g" + i / 10 + "," + i + "," + i % 2);
    String others = file("others.csv", 100, 150, "g,a,y", i -> "g" + i + "," + i + "," + i % 2);
    assertThat(ingest(new Files(groups, others, null), GROUP, 0).warnings()).isEmpty();

    String times = file("times.csv", 0, 100, "t,a,y", i -> i + "," + i + "," + i % 2);
    String later = file("later.csv", 100, 150, "t,a,y", i -> i + "," + i + "," + i % 2);
    assertThat(ingest(new Files(times, null, later), TIME, 0.2).warnings()).isEmpty();
  }

  @Test
  void rowsThatAreNotLaterThanTheTrainingPartAreCounted() {
    String main = file("main.csv", 0, 100, "t,a,y", i -> date(i) + "," + i + "," + i % 2);
    // The training part ends with 99: it has all of the file.
    String dev = file("dev.csv", 90, 110, "t,a,y", i -> date(i) + "," + (i + 500) + "," + i % 2);
    String test = file("test.csv", 99, 119, "t,a,y", i -> date(i) + "," + (i + 900) + "," + i % 2);

    assertThat(ingest(new Files(main, dev, test), TIME, 0).warnings())
        .hasSize(2)
        .anyMatch(note -> note.contains("dev.csv: 10 of 20 rows of the dev part are not later"))
        .anyMatch(note -> note.contains("test.csv: 1 of 20 rows of the test part are not later"));
  }

  @Test
  void aPartWithoutTheColumnCannotBeCheckedAndAWarningSaysSo() {
    String main = file("main.csv", 0, 100, "g,t,a,y", i -> i / 9 + "," + i + "," + i + "," + i % 2);
    String dev = file("dev.csv", 200, 250, "a,y", i -> i + "," + i % 2);
    Columns group = new Columns("y", null, "g", null, List.of(), List.of("t"));
    Columns time = new Columns("y", null, null, "t", List.of(), List.of("g"));

    assertThat(ingest(new Files(main, dev, null), group, 0).warnings())
        .singleElement()
        .asString()
        .contains("dev.csv: has no column 'g' (data.group), so it cannot be checked")
        .contains("of other groups than");
    assertThat(ingest(new Files(main, dev, null), time, 0).warnings())
        .singleElement()
        .asString()
        .contains("dev.csv: has no column 't' (data.time), so it cannot be checked")
        .contains("later than");
  }

  private static String date(int minute) {
    return "2024-01-01T%02d:%02d:00Z".formatted(minute / 60, minute % 60);
  }

  private static Ingested ingest(Files files, Columns columns, double test) {
    Source.Table table = new Source.Table("csv", files, columns, Reading.usual(), new TreeMap<>());
    return new Ingestion(SPARK.session()).ingest(new DataSpec(table, 1, 0.2, test), 1, null);
  }

  private String file(String name, int from, int to, String header, IntFunction<String> line) {
    return Specs.write(
            dir.resolve(name),
            Stream.concat(Stream.of(header), IntStream.range(from, to).mapToObj(line))
                .toArray(String[]::new))
        .toString();
  }
}
