package dev.sturgeon.bench.search;

import dev.sturgeon.sample.RandomSampler;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Objective.ClassWeights;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a search on a data set is to find, by 10,000 random configurations that trained to the end.
 *
 * @param hard the score that one in a hundred reaches
 * @param easy the score that one in twenty reaches
 * @param best the best score of all
 * @param median the score that one in two reaches
 * @param seconds how long a training takes, on average
 * @param oracleSeconds how long the quickest of those takes that reach the hard target: nobody who
 *     has to train it can do better, with however many workers
 */
record Target(
    double hard, double easy, double best, double median, double seconds, double oracleSeconds) {
  static final Objective OBJECTIVE = new Objective(Metric.ACCURACY, ClassWeights.NONE);
  private static final int RANDOM = 10_000;
  private static final long SEED = 20_221_122;

  /** The same for all seeds of a data set. */
  static Target of(Problem problem) {
    return of(problem, RANDOM);
  }

  static Target of(Problem problem, int configurations) {
    RandomSampler sampler = new RandomSampler(problem.space());
    History nothing = new History(OBJECTIVE);
    SplittableRandom seeds = new SplittableRandom(SEED);
    List<Configuration> drawn =
        Stream.generate(
                () -> sampler.sample(nothing, seeds.nextLong()).orElseThrow().configuration())
            .limit(configurations)
            .toList();
    List<Problem.Point> last = problem.last(drawn, SEED);
    double[] scores = last.stream().mapToDouble(Problem.Point::score).toArray();
    double hard = Statistics.quantile(scores, 0.99);
    double oracle =
        IntStream.range(0, configurations)
            .filter(i -> scores[i] >= hard)
            .mapToDouble(i -> problem.curve(drawn.get(i), SEED).seconds(problem.maxEpochs()))
            .min()
            .orElseThrow();
    return new Target(
        hard,
        Statistics.quantile(scores, 0.95),
        Statistics.quantile(scores, 1),
        Statistics.median(scores),
        last.stream().mapToDouble(Problem.Point::seconds).average().orElseThrow(),
        oracle);
  }

  /** What is missing to the best score: 0 at the best, 1 at the median of random ones. */
  double regret(double score) {
    return Math.max(0, Math.min(1, (best - score) / (best - median)));
  }
}
