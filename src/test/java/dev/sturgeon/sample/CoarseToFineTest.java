package dev.sturgeon.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Metric;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The metric is the learning rate: the larger, the better. */
final class CoarseToFineTest extends SamplerContract {
  private static final List<Integer> EPOCHS = List.of(2, 6);

  @Override
  Sampler sampler(SearchSpace space) {
    return new CoarseToFine(space, RandomSampler::new, EPOCHS, new Rounds(60, 3), false);
  }

  /** As many trials as are there, each trained to the end as soon as it is drawn. */
  private static PastTrials searched(Sampler sampler, int trials) {
    PastTrials past = new PastTrials(6, Metric.ACCURACY);
    for (int number = 0; number < trials; number++) {
      Configuration drawn = sampler.sample(past.history(), number).orElseThrow().configuration();
      past.trained(drawn, 6, drawn.real("learningRate"));
    }
    return past;
  }

  private static double median(History history, int from, int to) {
    double[] rates =
        IntStream.range(from, to)
            .mapToDouble(i -> history.trials().get(i).configuration().real("learningRate"))
            .sorted()
            .toArray();
    return rates[rates.length / 2];
  }

  @Test
  void laterRoundsLookWhereTheBestLie() {
    History history = searched(sampler(SPACE), 90).history();
    assertThat(median(history, 20, 40)).isGreaterThan(3 * median(history, 0, 20));
    assertThat(median(history, 40, 60)).isGreaterThan(median(history, 20, 40));
    assertThat(median(history, 60, 90))
        .as("beyond the plan")
        .isGreaterThan(median(history, 20, 40));
    assertThat(history.trials().subList(40, 60))
        .as("every third comes from the whole space")
        .anyMatch(trial -> trial.configuration().real("learningRate") < 0.01);
  }

  @Test
  void saysOnceARoundWhyARangeMoved() {
    Sampler sampler = sampler(SPACE);
    assertThat(after(sampler, 19).reasons()).isEmpty();
    assertThat(after(sampler, 20).reasons().get(0))
        .startsWith("learningRate 1e-4…1 -> ")
        .contains("the 5 best of 20 lie there");
    assertThat(after(sampler, 21).reasons()).isEmpty();
    assertThat(after(sampler, 20).origin()).isEqualTo("round 2, random");
    assertThat(after(sampler, 22).origin()).isEqualTo("round 2, whole space, random");
    assertThat(after(sampler, 71).origin()).isEqualTo("round 3, random");
  }

  @Test
  void aThirdComesFromTheWholeSpaceHoweverShortTheRounds() {
    Sampler sampler =
        new CoarseToFine(SPACE, RandomSampler::new, EPOCHS, new Rounds(60, 60), false);
    long elsewhere =
        IntStream.range(1, 60)
            .filter(trials -> after(sampler, trials).origin().contains("whole space"))
            .count();
    assertThat(elsewhere).isEqualTo(19);
  }

  @Test
  void nothingIsRuledOutBeforeThereAreMoreResultsThanHyperparameters() {
    Sampler sampler = new CoarseToFine(SPACE, RandomSampler::new, EPOCHS, new Rounds(15, 3), false);
    assertThat(after(sampler, 5).reasons()).as("5 results, and 4 vary").isNotEmpty();
    sampler = new CoarseToFine(SPACE, RandomSampler::new, EPOCHS, new Rounds(12, 3), false);
    assertThat(after(sampler, 4).reasons()).isEmpty();
    assertThat(after(sampler, 8).reasons()).isNotEmpty();
  }

  private static Suggestion after(Sampler sampler, int trials) {
    return sampler.sample(searched(sampler, trials).history(), 1).orElseThrow();
  }

  @Test
  void survivorsAreTakenFromTheHighestRungWithEnoughResults() {
    Sampler sampler = sampler(SPACE);
    PastTrials past = new PastTrials(6, Metric.ACCURACY);
    for (int number = 0; number < 20; number++) {
      Configuration drawn = sampler.sample(past.history(), number).orElseThrow().configuration();
      // What leads after two epochs is worst after six.
      double rate = drawn.real("learningRate");
      past.trained(drawn, number < 10 ? 6 : 2, number < 10 ? -rate : rate);
    }
    String reason = sampler.sample(past.history(), 1).orElseThrow().reasons().get(0);
    assertThat(reason).startsWith("learningRate").contains("the 5 best of 10 lie there");
  }

  @Test
  void whereRoundsAreSeparatedOnlyEarlierOnesAreShown() {
    Sampler asked =
        new CoarseToFine(
            SPACE,
            region ->
                (history, seed) -> {
                  assertThat(history.trials()).hasSize(20);
                  return new RandomSampler(region).sample(history, seed);
                },
            EPOCHS,
            new Rounds(60, 3),
            true);
    assertThat(asked.sample(searched(sampler(SPACE), 33).history(), 1)).isPresent();
  }
}
