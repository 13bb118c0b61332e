package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import org.jspecify.annotations.Nullable;

/**
 * How long a study takes if each of its trials uses its whole budget: an upper bound as far as the
 * timed configurations are like the others.
 *
 * @param timed on how many configurations this is based
 * @param fastest seconds an epoch of the fastest of them
 * @param mean of all of them
 * @param slowest of the slowest
 * @param trials of the study, at most
 * @param epochs of each trial, at most
 * @param coreHours for all epochs of all trials
 * @param slots trials at once, as there are now
 * @param seconds from the first epoch to the last, or to {@code search.maxDuration}
 * @param end when that will be if the search begins now, in ISO 8601
 * @param trialsUntilLimit about how many trials {@code search.maxDuration} allows; null where all
 *     are done before it
 */
public record Forecast(
    int timed,
    double fastest,
    double mean,
    double slowest,
    int trials,
    int epochs,
    double coreHours,
    int slots,
    double seconds,
    String end,
    @Nullable Long trialsUntilLimit) {

  /**
   * Works it out.
   *
   * @param timings seconds an epoch of each timed configuration, at least one
   * @param slots trials at once
   * @param coresPerTrial cores that Spark sets aside for each
   * @param now when the search would begin
   */
  static Forecast of(
      StudyConf conf, Collection<Double> timings, int slots, int coresPerTrial, Instant now) {
    DoubleSummaryStatistics epoch =
        timings.stream().mapToDouble(Double::doubleValue).summaryStatistics();
    int trials = FirstTrials.count(conf);
    int epochs = conf.search().maxEpochs();
    double trial = epoch.getAverage() * epochs;
    double all = Math.ceil((double) trials / slots) * trial;
    Duration limit = conf.search().limits().maxDuration();
    double allowed = limit == null ? Double.POSITIVE_INFINITY : limit.toSeconds();
    double seconds = Math.min(allowed, all);
    return new Forecast(
        (int) epoch.getCount(),
        epoch.getMin(),
        epoch.getAverage(),
        epoch.getMax(),
        trials,
        epochs,
        trials * trial * coresPerTrial / 3600,
        slots,
        seconds,
        now.plusSeconds(Math.round(Math.min(seconds, Integer.MAX_VALUE))).toString(),
        allowed < all ? Long.valueOf(Math.round(seconds * slots / trial)) : null);
  }
}
