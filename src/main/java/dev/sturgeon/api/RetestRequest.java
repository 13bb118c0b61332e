package dev.sturgeon.api;

import dev.sturgeon.conf.RetestConf;
import org.jspecify.annotations.Nullable;

/**
 * A finished search whose winner is to be tested again.
 *
 * @param directory the study directory, a path or URI
 * @param data rows to train on today, in the form of the study's data: a path or URI; null for
 *     those of the study, as they are now
 * @param how what differs from the study's configuration
 * @param master the Spark master; null for spark-submit's, else {@code local[*]}
 */
public record RetestRequest(
    String directory, @Nullable String data, Changes how, @Nullable String master) {

  /**
   * What differs from a configuration; null each for what it says.
   *
   * @param top as {@link RetestConf#top}
   * @param fresh as {@link RetestConf#fresh}
   * @param selectionSeeds as {@link RetestConf#selectionSeeds}
   * @param seeds as {@link RetestConf#seeds}
   * @param minGain as {@link RetestConf#minGain}
   */
  public record Changes(
      @Nullable Integer top,
      @Nullable Integer fresh,
      @Nullable Integer selectionSeeds,
      @Nullable Integer seeds,
      @Nullable Double minGain) {
    /** None. */
    public static final Changes NONE = new Changes(null, null, null, null, null);

    /**
     * The configuration with them.
     *
     * @throws IllegalArgumentException if that cannot be; says what would be right
     */
    public RetestConf on(RetestConf usual) {
      return new RetestConf(
          top == null ? usual.top() : top,
          fresh == null ? usual.fresh() : fresh,
          selectionSeeds == null ? usual.selectionSeeds() : selectionSeeds,
          seeds == null ? usual.seeds() : seeds,
          minGain == null ? usual.minGain() : minGain);
    }
  }
}
