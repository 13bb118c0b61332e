package dev.sturgeon.conf;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Source;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Seeds;
import dev.sturgeon.trial.Task;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that a study is told: nothing else decides what it does, but for what is on disk.
 *
 * @param name names the study and its directory: letters, digits, dot, underscore and hyphen
 * @param seed where all randomness comes from, but for the split of data that have a seed
 * @param data what is learned from
 * @param network what is trained: {@code mlp}, {@code cnn}, or the name of a user's own class
 * @param objective what is optimised
 * @param space what may vary
 * @param search by which rules, and how long
 * @param confirm whether and how the best configurations are trained again at the end
 * @param retest how the winner is tested again later
 * @param series how a series of such studies is kept
 * @param panda how a single model is watched, where one is
 * @param versus how the two are compared, where they are
 */
public record StudyConf(
    String name,
    long seed,
    DataSpec data,
    String network,
    Objective objective,
    SearchSpace space,
    SearchConf search,
    ConfirmConf confirm,
    RetestConf retest,
    SeriesConf series,
    PandaConf panda,
    VersusConf versus) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /** Checks the name, and that the target can be reached. */
  public StudyConf {
    checkName(name);
    checkMetric(objective.metric(), data.source());
    Double target = search.limits().target();
    if (target != null) {
      checkTarget(objective.metric(), target);
    }
  }

  /** The same study with every path in it changed: the data's, and those of earlier studies. */
  public StudyConf mapPaths(UnaryOperator<String> change) {
    MethodConf method = search.method();
    List<String> warmStart = method.warmStart().stream().map(change).toList();
    return new StudyConf(
        name,
        seed,
        data.mapPaths(change),
        network,
        objective,
        space,
        search.withMethod(method.withWarmStart(warmStart)),
        confirm,
        retest,
        series,
        panda,
        versus);
  }

  /** The same study with other configurations to begin with. */
  public StudyConf withFirst(List<Configuration> first) {
    return withSearch(search.withMethod(search.method().withFirst(first)));
  }

  /** The same study, warmed by other ones too. */
  public StudyConf withWarmStart(List<String> directories) {
    List<String> all =
        Stream.concat(search.method().warmStart().stream(), directories.stream())
            .distinct()
            .toList();
    return withSearch(search.withMethod(search.method().withWarmStart(all)));
  }

  /** The same study of so many trials. */
  public StudyConf withMaxTrials(int trials) {
    return withSearch(search.withMaxTrials(trials));
  }

  /** Not a search at all: a single trial of the default configuration, which trains to the end. */
  public StudyConf ofDefaults() {
    return withSearch(search.withMethod(search.method().plain()).withMaxTrials(1)).unconfirmed();
  }

  /** Not a search at all: a single model, watched while it trains. */
  public StudyConf ofPanda() {
    return withSearch(search.ofPanda(Math.min(panda.segmentEpochs(), search.maxEpochs())))
        .unconfirmed();
  }

  /**
   * The same study as one of two that are compared: what ends it is what it may hold of the
   * cluster, and no limit of its own. Not confirmed; nothing comes from earlier studies.
   *
   * @param gradientCheck whether that of a user's own network is checked at its start
   */
  public StudyConf ofVersus(boolean gradientCheck) {
    return withSearch(search.unlimited(gradientCheck)).unconfirmed();
  }

  /** A panda that holds no more slots than it tries ways on at once. */
  public StudyConf boundedByBranches() {
    return withSearch(search.withMaxParallel(panda.branches()));
  }

  /** The same study as far as it can be told without the user's own rules. */
  public StudyConf withoutOwnRules() {
    return new StudyConf(
        name,
        seed,
        data,
        network,
        objective,
        space,
        search,
        confirm,
        retest,
        series,
        panda.withoutOwnRules(),
        versus);
  }

  /** Whether a single model is watched, and nothing searched. */
  public boolean isPanda() {
    return search.method().scheduler() == MethodConf.SchedulerKind.PANDA;
  }

  private StudyConf withSearch(SearchConf other) {
    return new StudyConf(
        name, seed, data, network, objective, space, other, confirm, retest, series, panda, versus);
  }

  private StudyConf unconfirmed() {
    return withConfirm(confirm.off());
  }

  /** The same study, confirmed in another way. */
  public StudyConf withConfirm(ConfirmConf other) {
    return new StudyConf(
        name, seed, data, network, objective, space, search, other, retest, series, panda, versus);
  }

  /**
   * Not a search: the re-test of a finished one's configurations, each to the end, without its
   * limits of time.
   *
   * @param today the data to train on, read as the study's
   */
  public StudyConf ofRetest(DataSpec today, RetestConf how) {
    return new StudyConf(
        name,
        seed,
        today,
        network,
        objective,
        space,
        search.plain().withMaxTrials(how.top() + how.fresh()),
        confirm.off(),
        how,
        series,
        panda,
        versus);
  }

  /** The same study with other chances. */
  public StudyConf withSeed(long other) {
    return new StudyConf(
        name, other, data, network, objective, space, search, confirm, retest, series, panda,
        versus);
  }

  /**
   * The same study as the one of this name in a series: with chances of its own, or what one has
   * found by luck the next would find, and confirm, by the same luck. Rows keep their part.
   */
  public StudyConf ofSeries(String study) {
    return new StudyConf(
        name,
        Seeds.ofFollower(seed, study),
        data.splitAsOf(seed),
        network,
        objective,
        space,
        search,
        confirm,
        retest,
        series,
        panda,
        versus);
  }

  static String checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s' cannot name a directory everywhere; use letters, digits, '.', '_' and '-'"
              .formatted(name));
    }
    return name;
  }

  static Metric checkMetric(Metric metric, Source source) {
    if (metric.task() == Task.REGRESSION && !(source instanceof Source.Table)) {
      throw new IllegalArgumentException(
          "%s is a figure of numbers, but the labels of the format %s are classes; give accuracy or"
                  .formatted(metric.label(), source.format())
              + " another figure of classes");
    }
    return metric;
  }

  static double checkTarget(Metric metric, double target) {
    boolean reachable =
        switch (metric) {
          case LOG_LOSS, RMSE, MAE -> target >= 0;
          case R2 -> target <= 1;
          default -> target >= 0 && target <= 1;
        };
    if (!reachable) {
      throw new IllegalArgumentException(
          "%s is never reached: %s lies between %s"
              .formatted(
                  target,
                  metric.label(),
                  switch (metric) {
                    case LOG_LOSS, RMSE, MAE -> "0 and infinity";
                    case R2 -> "minus infinity and 1";
                    default -> "0 and 1, not 100";
                  }));
    }
    return target;
  }
}
