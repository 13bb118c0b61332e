package dev.sturgeon.spark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Source.BadRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that can be wrong with data: one clear message. */
final class BadInputTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(2);

  private final Path dir;

  BadInputTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void missingFile() {
    message(Specs.csv(dir.resolve("none.csv"))).endsWith("none.csv: no such file (data.path)");
  }

  @Test
  void emptyFile() {
    message(Specs.csv(file())).contains("data.csv: is empty");
  }

  @Test
  void headerWithoutRows() {
    message(Specs.csv(file("a,b,y"))).contains("data.csv: has no rows");
  }

  @Test
  void duplicateColumns() {
    message(Specs.csv(file("a,b,a,y", "1,2,3,x"))).contains("two columns are called 'a'");
  }

  @Test
  void columnWithoutAName() {
    message(Specs.csv(file("a,,y", "1,2,x"))).contains("column 2 of the header has no name");
  }

  @Test
  void absentLabelColumnIsAnsweredWithTheNearestNames() {
    DataSpec spec = spec("Specis", null, List.of(), file("width,species,colour", "1,a,b"));
    message(spec).contains("has no column 'Specis' (data.label); it has: species, width, colour");
  }

  @Test
  void absentIdColumn() {
    message(Specs.withId(file("a,y", "1,x"), "key")).contains("has no column 'key' (data.id)");
  }

  @Test
  void absentIgnoredColumn() {
    message(spec("y", null, List.of("b"), file("a,y", "1,x")))
        .contains("has no column 'b' (data.ignore)");
  }

  @Test
  void noFeatureColumns() {
    message(spec("y", "k", List.of("a"), file("k,a,y", "1,2,x")))
        .contains("no feature columns are left besides the label, the id and what is ignored");
  }

  @Test
  void onlyConstantFeatures() {
    message(Specs.csv(file("a,y", "1,x", "1,x", "1,z", "1,z")))
        .contains("no feature column holds two different values");
  }

  @Test
  void singleClass() {
    message(Specs.csv(file("a,y", "1,x", "2,x")))
        .contains("column 'y': every row has the label 'x'; two classes are needed");
  }

  @Test
  void classWithOneExample() {
    message(Specs.csv(file("a,y", "1,x", "2,x", "3,z")))
        .contains("column 'y': one class has only one example ('z')");
  }

  @Test
  void labelsThatAreNoClasses() {
    List<String> lines = new ArrayList<>(List.of("a,y"));
    for (int i = 0; i < 20; i++) {
      lines.add(i + "," + i * 0.37);
    }
    message(Specs.csv(file(lines.toArray(String[]::new))))
        .contains("20 classes have only one example", ", …", "Is the label a class?");
  }

  @Test
  void oneNumberSpeltTwice() {
    message(Specs.csv(file("a,y", "1,1", "2,1.0", "3,2", "4,2")))
        .contains("the labels '1' and '1.0' are the same number");
  }

  @Test
  void rowsWithTheWrongNumberOfColumns() {
    message(Specs.csv(file("a,b,y", "1,2,x", "1,2", "1,2,3,x", "2,1,z")))
        .contains("2 of 4 rows cannot be used; row 2: not 3 columns: 1,2")
        .contains("data.badRows: drop");
  }

  @Test
  void aTextAmongNumbers() {
    message(Specs.csv(file(numbersWith("oops"))))
        .contains("1 of 30 rows cannot be used; row 12: 'oops' in column 'a' is not a number")
        .contains("oops,k");
  }

  @Test
  void missingLabels() {
    message(Specs.csv(file("a,y", "1,x", "2,NA", "3,", "4,z")))
        .contains("2 of 4 rows cannot be used; row 2: no label in column 'y'");
  }

  @Test
  void missingIds() {
    message(Specs.withId(file("k,a,y", "1,1,x", ",2,z"), "k"))
        .contains("row 2: no value in the id column 'k'");
  }

  @Test
  void tooFewRowsForADevPart() {
    message(Specs.csv(file("a,y", "1,x", "2,x", "3,z", "4,z"))).contains("the dev part is empty");
  }

  @Test
  void badRowsAreDroppedWithAWarningWhereThatIsWanted() {
    Ingested ingested =
        new Ingestion(SPARK.session()).ingest(Specs.dropping(file(numbersWith("oops"))), 1);

    assertThat(ingested.counts().read()).isEqualTo(30);
    assertThat(ingested.counts().dropped()).isEqualTo(1);
    assertThat(ingested.counts().train() + ingested.counts().dev() + ingested.counts().test())
        .isEqualTo(29);
    assertThat(ingested.warnings()).anyMatch(warning -> warning.contains("'oops' in column 'a'"));
  }

  private static String[] numbersWith(String text) {
    String[] lines = new String[31];
    lines[0] = "a,y";
    for (int i = 1; i < lines.length; i++) {
      lines[i] = (i == 12 ? text : i) + (i % 2 == 0 ? ",k" : ",l");
    }
    return lines;
  }

  private Path file(String... lines) {
    return Specs.write(dir.resolve("data.csv"), lines);
  }

  private static DataSpec spec(String label, @Nullable String id, List<String> ignore, Path file) {
    return Specs.csv(file.toString(), label, id, List.of(), ignore, BadRows.REFUSE);
  }

  private static AbstractStringAssert<?> message(DataSpec spec) {
    DataException thrown =
        catchThrowableOfType(
            DataException.class, () -> new Ingestion(SPARK.session()).ingest(spec, 1));
    return assertThat(thrown.getMessage());
  }
}
