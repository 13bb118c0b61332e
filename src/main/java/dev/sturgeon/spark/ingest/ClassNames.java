package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.DecimalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The classes of a table: their order, and whether one can learn to tell them apart. */
final class ClassNames {
  private static final int SHOWN = 3;

  private ClassNames() {}

  /**
   * The classes in order: by value if all are numbers, else alphabetical.
   *
   * @param where the table and column, for messages
   * @param rows the rows of each class
   */
  static List<String> of(String where, Map<String, long[]> rows) {
    List<String> names = new ArrayList<>(rows.keySet());
    boolean numbers = names.stream().allMatch(DecimalText::isNumber);
    Comparator<String> alphabetical = Comparator.naturalOrder();
    names.sort(
        numbers
            ? Comparator.comparingDouble(DecimalText::parse).thenComparing(alphabetical)
            : alphabetical);
    if (names.size() < 2) {
      throw new DataException(
          where + ": every row has the label '" + names.get(0) + "'; two classes are needed");
    }
    if (numbers) {
      refuseTwoSpellings(where, names);
    }
    refuseSingleRows(where, names, rows);
    return names;
  }

  private static void refuseTwoSpellings(String where, List<String> names) {
    for (int i = 1; i < names.size(); i++) {
      if (DecimalText.parse(names.get(i)) == DecimalText.parse(names.get(i - 1))) {
        throw new DataException(
            "%s: the labels '%s' and '%s' are the same number; write it in one way"
                .formatted(where, names.get(i - 1), names.get(i)));
      }
    }
  }

  private static void refuseSingleRows(String where, List<String> names, Map<String, long[]> rows) {
    List<String> single =
        names.stream().filter(name -> rows.getOrDefault(name, new long[0]).length == 1).toList();
    if (single.isEmpty()) {
      return;
    }
    String shown =
        single.stream()
            .limit(SHOWN)
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(", "));
    throw new DataException(
        ("%s: %s only one example (%s%s); every class needs at least two. Is the label a"
                + " class?%s")
            .formatted(
                where,
                single.size() == 1 ? "one class has" : single.size() + " classes have",
                shown,
                single.size() > SHOWN ? ", …" : "",
                single.stream().allMatch(DecimalText::isNumber)
                    ? " For a number choose objective.metric: rmse, mae or r2"
                    : ""));
  }
}
