package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.DataSpec.BadRows;
import java.util.List;

/**
 * How CSV files are read.
 *
 * @param header whether the first line names the columns
 * @param delimiter one character between columns
 * @param missing texts that mean "no value", besides the empty one
 * @param badRows what to do with rows that cannot be read
 */
public record CsvOptions(boolean header, char delimiter, List<String> missing, BadRows badRows) {

  /** Copies the list. */
  public CsvOptions {
    missing = List.copyOf(missing);
  }

  /** The part of a study's data section that concerns files. */
  public static CsvOptions of(DataSpec spec) {
    return new CsvOptions(spec.header(), spec.delimiter(), spec.missing(), spec.badRows());
  }
}
