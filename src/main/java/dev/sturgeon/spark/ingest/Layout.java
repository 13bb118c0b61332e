package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DecimalText;
import dev.sturgeon.data.RowHash;
import dev.sturgeon.data.Source.Reading;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where to find what in a row, and what makes a row bad. Columns are positions; -1 means none.
 *
 * @param columns the table's column names
 * @param delimiter what stands between cells, for messages
 * @param missing texts that mean "no value"
 * @param label the label's position, or -1 if rows need none
 * @param id the id column's position, or -1
 * @param splitBy what decides a row's part: the id column, or all that is not label or ignored
 * @param content all that is used of a row
 * @param numeric columns in which anything but a number makes a row bad
 * @param classes the labels there may be; empty if any
 */
record Layout(
    List<String> columns,
    char delimiter,
    Set<String> missing,
    int label,
    int id,
    int[] splitBy,
    int[] content,
    int[] numeric,
    List<String> classes)
    implements Serializable {
  private static final int SHOWN = 120;
  private static final Pattern WHOLE = Pattern.compile("^([+-]?\\d+)\\.0*$");

  /** A row whose cells are understood: trimmed, missing ones null, numbers parsed. */
  record Parsed(@Nullable String[] texts, double[] numbers, @Nullable String problem) {}

  /**
   * The layout of a table.
   *
   * @param label the label's position, or -1
   * @param id the id column's position, or -1
   * @param used the other columns that are not ignored; their order does not matter to hashes
   */
  static Layout of(Table table, Reading options, int label, int id, int[] used) {
    int[] values = byName(table.columns(), used);
    IntStream keys = IntStream.of(id, label).filter(column -> column >= 0);
    return new Layout(
        table.columns(),
        options.delimiter(),
        Set.copyOf(options.missing()),
        label,
        id,
        id >= 0 ? new int[] {id} : values,
        IntStream.concat(keys, IntStream.of(values)).toArray(),
        new int[0],
        List.of());
  }

  /** The same with these columns known to be numeric. */
  Layout withNumeric(int[] known) {
    return new Layout(columns, delimiter, missing, label, id, splitBy, content, known, classes);
  }

  /** The same with these labels and no others. */
  Layout withClasses(List<String> known) {
    return new Layout(columns, delimiter, missing, label, id, splitBy, content, numeric, known);
  }

  /** Understands a row; a bad one has a problem. */
  Parsed parse(RawRow raw) {
    @Nullable String[] texts = new String[columns.size()];
    double[] numbers = new double[columns.size()];
    if (raw.malformed() != null) {
      return new Parsed(
          texts, numbers, "not " + columns.size() + " columns: " + cut(raw.malformed()));
    }
    for (int i = 0; i < texts.length; i++) {
      String text = raw.cells()[i] == null ? "" : raw.cells()[i].strip();
      texts[i] = text.isEmpty() || missing.contains(text) ? null : text;
      numbers[i] = DecimalText.parse(texts[i]);
    }
    return new Parsed(texts, numbers, problem(texts, numbers));
  }

  private @Nullable String problem(@Nullable String[] texts, double[] numbers) {
    String what = null;
    if (label >= 0 && texts[label] == null) {
      what = "no label in column '" + columns.get(label) + "'";
    } else if (label >= 0 && !classes.isEmpty() && !classes.contains(texts[label])) {
      what =
          "the label '%s' is none of %s"
              .formatted(texts[label], NearestNames.text(String.valueOf(texts[label]), classes));
    } else if (id >= 0 && texts[id] == null) {
      what = "no value in the id column '" + columns.get(id) + "'";
    }
    for (int i = 0; what == null && i < numeric.length; i++) {
      int column = numeric[i];
      if (texts[column] != null && Double.isNaN(numbers[column])) {
        what = "'%s' in column '%s' is not a number".formatted(texts[column], columns.get(column));
      }
    }
    return what == null ? null : what + ": " + cut(line(texts));
  }

  private String line(@Nullable String[] texts) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < texts.length && line.length() <= SHOWN; i++) {
      line.append(i == 0 ? "" : delimiter).append(texts[i] == null ? "" : texts[i]);
    }
    return line.toString();
  }

  private static String cut(String line) {
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  /** The hash that decides a row's part. */
  long splitHash(long seed, Parsed row) {
    return RowHash.of(seed, row.texts(), row.numbers(), splitBy);
  }

  /** A hash of all that is used of a row. */
  long contentHash(Parsed row) {
    return RowHash.of(0, row.texts(), row.numbers(), content);
  }

  /**
   * A text as the name of a category: {@code 3.0} is {@code 3}, since programs write whole numbers
   * so once a value is missing among them.
   */
  static @Nullable String category(@Nullable String text) {
    return text == null ? null : WHOLE.matcher(text).replaceFirst("$1");
  }

  private static int[] byName(List<String> columns, int[] positions) {
    return IntStream.of(positions)
        .boxed()
        .sorted(Comparator.comparing(columns::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
