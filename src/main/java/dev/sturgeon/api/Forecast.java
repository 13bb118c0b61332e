package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.trial.Limits;
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
 * @param coreHours for all epochs of all trials, or until a limit ends the search
 * @param slots trials at once, as there are now
 * @param seconds from the first epoch to the last, or to the limit
 * @param end when that will be if the search begins now, in ISO 8601
 * @param limit the key of the limit that ends it before all trials are done; null where none does
 * @param trialsUntilLimit about how many trials it allows; null where there is none
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
    @Nullable String limit,
    @Nullable Long trialsUntilLimit) {

  private static final double NONE = Double.POSITIVE_INFINITY;

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
    Limits limits = conf.search().limits();
    double time = limits.maxDuration() == null ? NONE : limits.maxDuration().toMillis() * 1e-3;
    double cores = (double) slots * coresPerTrial;
    double work = limits.maxCoreHours() == null ? NONE : limits.maxCoreHours() * 3600 / cores;
    boolean ends = Math.min(time, work) < all;
    double seconds = Math.min(all, Math.min(time, work));
    return new Forecast(
        (int) epoch.getCount(),
        epoch.getMin(),
        epoch.getAverage(),
        epoch.getMax(),
        trials,
        epochs,
        Math.min(trials * trial * coresPerTrial, seconds * cores) / 3600,
        slots,
        seconds,
        now.plusSeconds(Math.round(Math.min(seconds, Integer.MAX_VALUE))).toString(),
        ends ? (time <= work ? "search.maxDuration" : "search.maxCoreHours") : null,
        ends ? Long.valueOf(Math.round(seconds * slots / trial)) : null);
  }
}
