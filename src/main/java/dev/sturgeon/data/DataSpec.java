package dev.sturgeon.data;

import java.io.Serializable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which data a study uses, and how they are split.
 *
 * @param source where they come from
 * @param sample share of the rows to use, above 0, at most 1: of a table each row by chance, with a
 *     warning if a class has none left; of images the same share of each class, rounded down, but
 *     none may be left without; the user's own dev and test parts are used whole
 * @param dev share of the rows in the dev part, above 0; without meaning where the user gives one
 * @param test share of the rows in the test part, 0 or more; without meaning where the user gives
 *     one
 * @param seed what decides which rows are sampled and which part each belongs to; null for the
 *     study's seed
 */
public record DataSpec(Source source, double sample, double dev, double test, @Nullable Long seed)
    implements Serializable {

  /** Checks the shares. */
  public DataSpec {
    if (!(dev > 0 && test >= 0 && dev + test < 1)) {
      throw new IllegalArgumentException(
          "dev must be above 0, test 0 or more, and both together below 1, not "
              + (dev + " and " + test));
    }
    if (!(sample > 0 && sample <= 1)) {
      throw new IllegalArgumentException("sample must be above 0, at most 1, not " + sample);
    }
  }

  /** Split by the study's seed. */
  public DataSpec(Source source, double sample, double dev, double test) {
    this(source, sample, dev, test, null);
  }

  /** All of a source with the usual split. */
  public static DataSpec of(Source source) {
    return new DataSpec(source, 1, 0.15, 0.15);
  }

  /** The same data with other shares. */
  public DataSpec withSplit(double devShare, double testShare) {
    return new DataSpec(source, sample, devShare, testShare, seed);
  }

  /** Whether the user gives the dev part: then no row is taken for it. */
  public boolean hasOwnDev() {
    Files files = source.files();
    return files != null && files.dev() != null;
  }

  /** Whether the user gives the test part: then no row is taken for it. */
  public boolean hasOwnTest() {
    Files files = source.files();
    return files != null && files.test() != null;
  }

  /** The seed of the sample and the split. */
  public long splitSeed(long studySeed) {
    return seed == null ? studySeed : seed;
  }

  /** The same data, split as they are in a study of this seed, whatever that of another one is. */
  public DataSpec splitAsOf(long studySeed) {
    return new DataSpec(source, sample, dev, test, splitSeed(studySeed));
  }

  /**
   * The same kind of data with other rows: those of {@code path}. The user's own parts stay.
   *
   * @throws IllegalArgumentException if such data have no path
   */
  public DataSpec withPath(String path) {
    if (source instanceof Source.Table table && table.files() != null) {
      return with(
          new Source.Table(
              table.format(),
              table.files().withMain(path),
              table.columns(),
              table.reading(),
              table.options()));
    }
    if (source instanceof Source.Images images) {
      return with(new Source.Images(images.format(), images.files().withMain(path), images.size()));
    }
    throw new IllegalArgumentException("data of the format " + source.format() + " have no path");
  }

  private DataSpec with(Source other) {
    return new DataSpec(other, sample, dev, test, seed);
  }

  /** The same data elsewhere: every path changed. */
  public DataSpec mapPaths(UnaryOperator<String> change) {
    return new DataSpec(source.mapPaths(change), sample, dev, test, seed);
  }

  /** The built-in handwritten digits with the usual split. */
  public static DataSpec digits() {
    return of(new Source.Digits());
  }
}
