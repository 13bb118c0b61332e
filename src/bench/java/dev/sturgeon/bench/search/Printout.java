package dev.sturgeon.bench.search;

import dev.sturgeon.bench.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Prints what a tournament showed on some data sets: each figure on a line of its own for scripts,
 * then a table for people.
 */
final class Printout {
  /** The search whose default settings have aims. */
  private static final String OURS = "caviar";

  private static final Map<Integer, String> HARD_AIMS = Map.of(1, "8", 4, "6", 16, "4", 64, "1.8");
  private static final int UTILISATION_WORKERS = 16;

  private final String prefix;
  private final List<Results> results;
  private final StringBuilder table = new StringBuilder();

  /**
   * A printout.
   *
   * @param prefix what each figure's name begins with
   * @param results of each data set
   */
  Printout(String prefix, List<Results> results) {
    this.prefix = prefix;
    this.results = results;
  }

  void print(Iterable<String> contenders, List<Integer> workers) {
    line(
        "", "hard", "mean", "p95", "easy", "p95", "lowest", "oracle", "4", "16", "64", "busy",
        "failed");
    for (String contender : contenders) {
      for (int many : workers) {
        print(new Results.Entry(contender, many));
      }
    }
    System.out.println();
    System.out.println(
        "%s: %d data sets. Times as fast as random search, median over data sets, of the median and"
            .formatted(prefix, results.size()));
    System.out.println(
        "95th percentile over seeds: for the hard target (and the median's geometric mean over data"
            + " sets) and the easy one, and the easy one's lowest data set;");
    System.out.println(
        "who knew the answer; regret when the workers have spent 4, 16 and 64 trainings; how busy"
            + " they were;");
    System.out.println("the share of studies that gave up.");
    System.out.println(table);
  }

  private void print(Results.Entry entry) {
    double hard = speedUp(entry, Outcome::hard, 0.5);
    double hardMean = geometricMean(result -> result.speedUp(entry, Outcome::hard, 0.5));
    double hardTail = speedUp(entry, Outcome::hard, 0.95);
    double easy = speedUp(entry, Outcome::easy, 0.5);
    double easyTail = speedUp(entry, Outcome::easy, 0.95);
    double lowest = overDataSets(result -> result.speedUp(entry, Outcome::easy, 0.5), 0);
    double oracle = overDataSets(result -> result.oracleSpeedUp(entry), 0.5);
    double[] regrets = new double[Watch.TRAININGS.size()];
    for (int i = 0; i < regrets.length; i++) {
      int index = i;
      regrets[i] = mean(entry, outcome -> outcome.regrets().get(index));
    }
    double busy = mean(entry, Outcome::utilisation);
    double failed = mean(entry, outcome -> Double.isInfinite(outcome.hard()) ? 1 : 0);

    String aim = HARD_AIMS.getOrDefault(entry.workers(), "-");
    figure(entry, "hard", hard, aim);
    figure(entry, "hard.mean", hardMean, "-");
    figure(entry, "hard.p95", hardTail, "-");
    figure(entry, "easy", easy, "0.95");
    figure(entry, "easy.p95", easyTail, "0.95");
    figure(entry, "oracle", oracle, "-");
    for (int i = 0; i < regrets.length; i++) {
      figure(entry, "regret" + Watch.TRAININGS.get(i), regrets[i], "-");
    }
    figure(entry, "busy", busy, entry.workers() == UTILISATION_WORKERS ? "0.95" : "-");
    line(
        entry.contender() + " " + entry.workers(),
        text(hard),
        text(hardMean),
        text(hardTail),
        text(easy),
        text(easyTail),
        text(lowest),
        text(oracle),
        text(regrets[0]),
        text(regrets[1]),
        text(regrets[2]),
        text(busy),
        text(failed));
  }

  private double speedUp(Results.Entry entry, ToDoubleFunction<Outcome> time, double share) {
    return overDataSets(result -> result.speedUp(entry, time, share), 0.5);
  }

  private double overDataSets(ToDoubleFunction<Results> figure, double share) {
    return Statistics.quantile(results.stream().mapToDouble(figure).toArray(), share);
  }

  /** Less a matter of the one data set in the middle than the median. */
  private double geometricMean(ToDoubleFunction<Results> figure) {
    return Math.exp(
        Statistics.mean(
            results.stream().mapToDouble(figure).map(value -> Math.log(value)).toArray()));
  }

  private double mean(Results.Entry entry, ToDoubleFunction<Outcome> figure) {
    return Statistics.mean(
        results.stream()
            .mapToDouble(result -> Statistics.mean(result.values(entry, figure)))
            .toArray());
  }

  private void figure(Results.Entry entry, String name, double value, String aim) {
    Figures.print(
        "%s.%s.workers%d.%s".formatted(prefix, entry.contender(), entry.workers(), name),
        value,
        entry.contender().equals(OURS) ? aim : "-");
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private void line(String first, String... cells) {
    table.append(String.format("%-24s", first));
    for (String cell : cells) {
      table.append(String.format("%8s", cell));
    }
    table.append('\n');
  }
}
