package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DecimalText;
import dev.sturgeon.data.RowHash;
import dev.sturgeon.data.Source.Reading;
import dev.sturgeon.data.TimeKey;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where to find what in a row, and what makes a row bad. Columns are positions.
 *
 * @param columns the table's column names
 * @param delimiter what stands between cells, for messages
 * @param cells how cells are understood
 * @param roles which column is what
 * @param features the used columns by name: their order in the table does not matter to hashes
 * @param content all that is used of a row
 * @param expected what values there may be
 * @param sample which of the rows are used
 */
record Layout(
    List<String> columns,
    char delimiter,
    Cells cells,
    Roles roles,
    int[] features,
    int[] content,
    Expected expected,
    Sample sample)
    implements Serializable {
  private static final int SHOWN = 120;

  /** The layout of a table of which every row is used. */
  static Layout of(Table table, Reading reading, Roles roles, Expected expected) {
    int[] features = byName(table.columns(), roles.used());
    IntStream keys = IntStream.of(roles.key(), roles.label()).filter(column -> column >= 0);
    return new Layout(
        table.columns(),
        reading.delimiter(),
        Cells.of(reading),
        roles,
        features,
        IntStream.concat(keys, IntStream.of(features)).toArray(),
        expected,
        Sample.all());
  }

  /** The same with other values expected. */
  Layout with(Expected known) {
    return new Layout(columns, delimiter, cells, roles, features, content, known, sample);
  }

  /** The same for some of the rows. */
  Layout with(Sample some) {
    return new Layout(columns, delimiter, cells, roles, features, content, expected, some);
  }

  /** Understands what is used of a row; a bad one has a problem. */
  ParsedRow parse(RawRow raw) {
    @Nullable String[] texts = new String[columns.size()];
    double[] numbers = new double[columns.size()];
    if (raw.malformed() != null) {
      return new ParsedRow(texts, numbers, cut(raw.malformed()));
    }
    double[] given = raw.numbers();
    for (int i : content) {
      String text = raw.texts()[i];
      texts[i] = cells.text(text);
      // A text that means no value is no number either.
      numbers[i] =
          text == null && given != null ? cells.number(given[i]) : DecimalText.parse(texts[i]);
    }
    ParsedRow row = new ParsedRow(texts, numbers, null);
    String problem = problem(row);
    return problem == null ? row : new ParsedRow(texts, numbers, problem + ": " + cut(line(raw)));
  }

  private @Nullable String problem(ParsedRow row) {
    int label = roles.label();
    String problem = label < 0 ? null : expected.labelProblem(row, label, columns.get(label));
    if (problem == null && roles.key() >= 0) {
      problem = keyProblem(row, roles.key());
    }
    for (int i = 0; problem == null && i < expected.numeric().length; i++) {
      int column = expected.numeric()[i];
      if (row.texts()[column] != null && Double.isNaN(row.numbers()[column])) {
        problem =
            "'%s' in column '%s' is not a number"
                .formatted(row.texts()[column], columns.get(column));
      }
    }
    return problem;
  }

  private @Nullable String keyProblem(ParsedRow row, int key) {
    if (row.isMissing(key)) {
      return "no value in %s column '%s'".formatted(roles.by().title(), columns.get(key));
    }
    if (roles.by() == SplitKey.TIME && Double.isNaN(time(row, key))) {
      return "'%s' in the time column '%s' is neither a number nor an ISO date or timestamp"
          .formatted(row.text(key), columns.get(key));
    }
    return null;
  }

  private static double time(ParsedRow row, int key) {
    double number = row.numbers()[key];
    return Double.isNaN(number) ? TimeKey.parse(row.texts()[key]) : number;
  }

  private String line(RawRow raw) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < columns.size() && line.length() <= SHOWN; i++) {
      line.append(i == 0 ? "" : delimiter).append(Objects.requireNonNullElse(raw.text(i), ""));
    }
    return line.toString();
  }

  private static String cut(String line) {
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  /** The key that decides a row's part. */
  long splitKey(long seed, ParsedRow row) {
    return switch (roles.by()) {
      case FEATURES -> featureHash(seed, row);
      case TIME -> TimeKey.of(time(row, roles.key()));
      default -> RowHash.of(seed, row.texts(), row.numbers(), new int[] {roles.key()});
    };
  }

  /** A hash of a row's features, the same in any file. */
  long featureHash(long seed, ParsedRow row) {
    return RowHash.of(seed, row.texts(), row.numbers(), features);
  }

  /** A hash of all that is used of a row. */
  long contentHash(ParsedRow row) {
    return RowHash.of(0, row.texts(), row.numbers(), content);
  }

  private static int[] byName(List<String> columns, int[] positions) {
    return IntStream.of(positions)
        .boxed()
        .sorted(Comparator.comparing(columns::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
