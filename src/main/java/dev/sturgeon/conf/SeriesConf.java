package dev.sturgeon.conf;

import org.jspecify.annotations.Nullable;

/**
 * How a series of studies is kept, one a day.
 *
 * @param keep how many of the newest stay, 1 or more, besides the one that counts; null for all
 */
public record SeriesConf(@Nullable Integer keep) {
  /** What holds where a configuration says nothing. */
  public static final SeriesConf USUAL = new SeriesConf(null);

  private static final int MOST = 100_000;

  /** Checks the number. */
  public SeriesConf {
    if (keep != null && keep < 1) {
      throw new IllegalArgumentException("keep is 1 or more, not " + keep);
    }
  }

  static SeriesConf read(Section series) {
    Integer keep = series.find("keep", Readers.count(MOST)).orElse(USUAL.keep());
    series.done();
    return new SeriesConf(keep);
  }
}
