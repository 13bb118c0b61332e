package dev.sturgeon.spark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Source;
import dev.sturgeon.data.Source.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class TypedTableTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(2);

  private final Path dir;

  TypedTableTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void theSameContentInCsvAndParquetGivesTheSameArraysAndSplit() {
    Dataset<Row> rows =
        SPARK
            .session()
            .sql(
                "SELECT IF(id % 9 = 0, NULL, id / 7.0D) AS d, CAST(id / 3 AS FLOAT) AS f,"
                    + " id * 9007199254740993L AS l, CAST(id / 8 AS DECIMAL(9,3)) AS e,"
                    + " id % 3 = 0 AS b, concat('t', id % 4) AS s, CAST(id % 2 AS INT) AS y"
                    + " FROM range(200)");
    rows.write().option("header", true).csv(path("csv"));
    rows.write().parquet(path("parquet"));

    Ingested csv = ingest("csv", "y");
    Ingested parquet = ingest("parquet", "y");

    assertThat(parquet.frozen()).isEqualTo(csv.frozen());
    assertThat(parquet.contentHash()).isEqualTo(csv.contentHash());
    assertThat(parquet.data().train().features()).isEqualTo(csv.data().train().features());
    assertThat(parquet.data().dev().features()).isEqualTo(csv.data().dev().features());
    assertThat(parquet.test().features()).isEqualTo(csv.test().features());
  }

  @Test
  void libsvmIsDenseInTheEnd() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      lines.add(i % 2 + " 1:" + i + (i % 5 == 0 ? " 4:" + (i + 1) : ""));
    }
    Files.write(dir.resolve("libsvm"), lines);
    Ingested ingested = ingest("libsvm", "label");

    assertThat(ingested.frozen().schema().columns())
        .containsExactly("label", "f0", "f1", "f2", "f3");
    assertThat(ingested.frozen().schema().names(dev.sturgeon.data.TableSchema.Kind.NUMERIC))
        .containsExactly("f0", "f3");
    assertThat(ingested.frozen().schema().classes()).containsExactly("0", "1");
  }

  @Test
  void arraysBecomeColumnsAndAllHaveOneLength() {
    SPARK
        .session()
        .sql("SELECT array(id, id % 5) AS a, id % 2 AS y FROM range(100)")
        .write()
        .json(path("json"));
    assertThat(ingest("json", "y").frozen().schema().columns()).containsExactly("a_0", "a_1", "y");

    SPARK
        .session()
        .sql("SELECT IF(id = 50, array(id), array(id, id % 5)) AS a, id % 2 AS y FROM range(100)")
        .write()
        .orc(path("orc"));
    assertThatThrownBy(() -> ingest("orc", "y"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("1 of 100 rows cannot be used")
        .hasMessageContaining("a_… has 1 elements, not 2");
  }

  @Test
  void linesThatAreNoJsonAreBadRowsAndNoColumn() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      lines.add("{\"x\": %d, \"y\": %d}".formatted(i, i % 2));
    }
    lines.set(7, "{\"x\": 7");
    Files.write(dir.resolve("json"), lines);
    assertThatThrownBy(() -> ingest("json", "y"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("1 of 100 rows cannot be used")
        .hasMessageContaining("cannot be read: {\"x\": 7");
  }

  @Test
  void aFileWithoutALineOfJsonIsRefused() throws IOException {
    Files.writeString(dir.resolve("json"), "{\"width\"\u00e9");
    assertThatThrownBy(() -> ingest("json", "y"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("as json it has no line that can be read");
  }

  @Test
  void whatCannotBeReadIsSaidInOneLine() throws IOException {
    assertThatThrownBy(() -> ingest("parquet", "y"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("parquet: no such file (data.path)");
    Files.writeString(dir.resolve("parquet"), "PAR1 half of it");
    assertThatThrownBy(() -> ingest("parquet", "y"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("data.format")
        .hasMessageContaining("data.path");
    assertThatThrownBy(() -> ingest("nosuch", "y"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("data.format is 'nosuch'")
        .hasMessageContaining("parquet");
  }

  @Test
  void aColumnOfAnotherTypeIsRefusedUnlessIgnored() {
    SPARK
        .session()
        .sql("SELECT named_struct('x', id) AS s, id, id % 2 AS y FROM range(100)")
        .write()
        .parquet(path("parquet"));

    assertThatThrownBy(() -> ingest("parquet", "y"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("column 's' is of type struct<x:bigint>")
        .hasMessageContaining("data.ignore");
    Columns columns = new Columns("y", null, null, null, List.of(), List.of("s"));
    assertThat(ingest("parquet", columns).data().train().columns()).isEqualTo(1);
  }

  private Ingested ingest(String format, String label) {
    return ingest(format, Columns.of(label));
  }

  private Ingested ingest(String format, Columns columns) {
    Source.Table table =
        new Source.Table(
            format,
            dev.sturgeon.data.Files.of(path(format)),
            columns,
            Source.Reading.usual(),
            new TreeMap<>());
    return new Ingestion(SPARK.session()).ingest(DataSpec.of(table), 1);
  }

  private String path(String name) {
    return dir.resolve(name).toString();
  }
}
