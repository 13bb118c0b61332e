package dev.sturgeon.bench.search;

import java.util.List;

/**
 * How one study went. Times are in seconds of the simulated clock, where a training to the end
 * takes as many as it has epochs, on average.
 *
 * @param hard when a trial that reaches the hard target had trained to the end; infinite for never
 * @param easy the same of the easy target
 * @param regrets what was missing to the best score at each of {@link Watch#TRAININGS}
 * @param utilisation the share of the workers' time in which they trained, until the hard target
 */
record Outcome(double hard, double easy, List<Double> regrets, double utilisation) {
  Outcome {
    regrets = List.copyOf(regrets);
  }
}
