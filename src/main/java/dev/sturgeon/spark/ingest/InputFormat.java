package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.Files;
import dev.sturgeon.data.Source;
import dev.sturgeon.data.Source.Columns;
import dev.sturgeon.data.Source.Reading;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The format of rows to score: the training data's, unless the file's name says CSV. */
final class InputFormat {
  private static final Pattern CSV = Pattern.compile(".*\\.csv(\\.[a-z0-9]+)?");

  private InputFormat() {}

  /** The rows as a source of their own. */
  static Source.Table of(Preprocessing preprocessing, String path, Reading reading) {
    boolean typed =
        !preprocessing.format().equals("csv")
            && !preprocessing.format().equals("digits")
            && !CSV.matcher(path).matches();
    boolean same = typed || preprocessing.format().equals("csv");
    return new Source.Table(
        typed ? preprocessing.format() : "csv",
        Files.of(path),
        Columns.of(preprocessing.schema().label()),
        reading,
        same ? preprocessing.readerOptions() : new TreeMap<>());
  }
}
