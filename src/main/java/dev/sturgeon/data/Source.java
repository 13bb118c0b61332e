package dev.sturgeon.data;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a study's examples come from, and how they are read. */
public sealed interface Source extends Serializable
    permits Source.Digits, Source.Table, Source.Images {

  /** The name of the format in configurations. */
  String format();

  /** Where it lies; null where it needs no path. */
  @Nullable Files files();

  /** The same elsewhere: every path changed. */
  Source mapPaths(UnaryOperator<String> change);

  /** The built-in handwritten digits, as a table of 64 pixels. */
  record Digits() implements Source {
    @Override
    public String format() {
      return "digits";
    }

    @Override
    public @Nullable Files files() {
      return null;
    }

    @Override
    public Digits mapPaths(UnaryOperator<String> change) {
      return this;
    }
  }

  /**
   * A table: rows with named columns.
   *
   * @param format {@code csv}, {@code libsvm}, {@code parquet} or another name that Spark SQL reads
   * @param files where it lies; null for a format that needs no path, such as {@code jdbc}
   * @param columns what its columns mean
   * @param reading how its cells are understood
   * @param options what else Spark's reader is told, by its own names
   */
  record Table(
      String format,
      @Nullable Files files,
      Columns columns,
      Reading reading,
      SortedMap<String, String> options)
      implements Source {

    /** Copies the options. */
    public Table {
      options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /** A CSV file read in the usual way. */
    public static Table csv(String path, String label) {
      return new Table(
          "csv", Files.of(path), Columns.of(label), Reading.usual(), new TreeMap<>(Map.of()));
    }

    @Override
    public Table mapPaths(UnaryOperator<String> change) {
      return new Table(format, files == null ? null : files.map(change), columns, reading, options);
    }
  }

  /**
   * Images with a class each.
   *
   * @param format {@code idx} (a directory with the four files of MNIST and its kin, or one file of
   *     images with its labels beside it) or {@code images} (a directory with a directory of PNG or
   *     JPEG files for each class)
   * @param files where they lie; for {@code idx} a directory stands for its training and test files
   * @param size what images are scaled to; null to take them as they are, all of one size
   */
  record Images(String format, Files files, @Nullable Shape size) implements Source {
    @Override
    public Images mapPaths(UnaryOperator<String> change) {
      return new Images(format, files.map(change), size);
    }
  }

  /**
   * What a table's columns mean.
   *
   * @param label the column to predict
   * @param id column whose value alone decides a row's part; null to let all features decide
   * @param group column whose rows of one value stay together; null for none
   * @param time column whose latest rows are the dev and the test part; null for none
   * @param categorical columns to take as categories whatever they look like; columns that do not
   *     hold numbers are categories anyway
   * @param ignore columns to leave out
   */
  record Columns(
      String label,
      @Nullable String id,
      @Nullable String group,
      @Nullable String time,
      List<String> categorical,
      List<String> ignore)
      implements Serializable {

    /** Copies the lists; a split goes by one column only. */
    public Columns {
      categorical = List.copyOf(categorical);
      ignore = List.copyOf(ignore);
      if ((id == null ? 0 : 1) + (group == null ? 0 : 1) + (time == null ? 0 : 1) > 1) {
        throw new IllegalArgumentException(
            "only one of id, group and time can decide which part a row belongs to");
      }
    }

    /** Only a label is known. */
    public static Columns of(String label) {
      return new Columns(label, null, null, null, List.of(), List.of());
    }
  }

  /**
   * How a table's cells are understood.
   *
   * @param header whether the first line of a CSV file names the columns; else they are called c0,
   *     c1, …
   * @param delimiter one character between a CSV file's columns
   * @param missing texts that mean "no value", besides the empty one
   * @param badRows what to do with rows that cannot be read
   */
  record Reading(boolean header, char delimiter, List<String> missing, BadRows badRows)
      implements Serializable {

    /** Copies the list. */
    public Reading {
      missing = List.copyOf(missing);
    }

    /** A header, commas, no row that cannot be read. */
    public static Reading usual() {
      return new Reading(true, ',', List.of(), BadRows.REFUSE);
    }
  }

  /** What to do with rows that cannot be read. */
  enum BadRows {
    /** Refuse the data, with their number and the first one. */
    REFUSE,
    /** Leave them out and say how many. */
    DROP
  }
}
