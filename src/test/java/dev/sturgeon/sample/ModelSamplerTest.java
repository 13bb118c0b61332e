package dev.sturgeon.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Region;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Metric;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ModelSamplerTest extends SamplerContract {
  private static final List<Integer> EPOCHS = List.of(2, 6);

  @Override
  Sampler sampler(SearchSpace space) {
    return new ModelSampler(Region.whole(space), EPOCHS, true);
  }

  @Override
  History history() {
    return past(ModelSamplerTest::quality, configuration -> 1, 40);
  }

  /** Best at a rate of 0.01 with Nesterov's momentum. */
  private static double quality(Configuration configuration) {
    double away = Math.abs(Math.log10(configuration.real("learningRate")) + 2);
    return (configuration.has("momentum") ? 1 : 0.7) - 0.3 * away;
  }

  private static History past(
      ToDoubleFunction<Configuration> quality, ToDoubleFunction<Configuration> seconds, int n) {
    PastTrials past = new PastTrials(6, Metric.ACCURACY);
    SplittableRandom chance = new SplittableRandom(3);
    for (int i = 0; i < n; i++) {
      Configuration drawn = SPACE.at(chance.doubles(SPACE.dimension()).toArray());
      double metric = quality.applyAsDouble(drawn);
      past.trained(drawn, i % 3 == 0 ? 6 : 2, metric, seconds.applyAsDouble(drawn));
    }
    return past.history();
  }

  private static List<Configuration> drawn(Sampler sampler, History history) {
    return LongStream.range(0, 60)
        .mapToObj(seed -> sampler.sample(history, seed).orElseThrow().configuration())
        .toList();
  }

  @Test
  void looksWhereGoodResultsWere() {
    List<Configuration> drawn = drawn(sampler(SPACE), history());
    double before =
        history().trials().stream()
            .mapToDouble(t -> quality(t.configuration()))
            .average()
            .orElse(0);
    double after = drawn.stream().mapToDouble(ModelSamplerTest::quality).average().orElseThrow();
    assertThat(after).isGreaterThan(before + 0.2);
    assertThat(drawn)
        .filteredOn(configuration -> configuration.has("momentum"))
        .hasSizeGreaterThan(40);
  }

  @Test
  void saysWhatItExpects() {
    assertThat(LongStream.range(0, 20).mapToObj(s -> sampler(SPACE).sample(history(), s)))
        .extracting(said -> said.orElseThrow().origin())
        .contains("random")
        .anyMatch(
            origin ->
                origin.matches("model of \\d+ results, which expects it among the best \\d+ %"));
  }

  @Test
  void ofEquallyGoodOnesItPrefersTheQuick() {
    ToDoubleFunction<Configuration> slow = c -> isLarge(c) ? 30 : 1;
    History history = past(ModelSamplerTest::quality, slow, 40);
    assertThat(slowOnes(new ModelSampler(Region.whole(SPACE), EPOCHS, true), history))
        .isLessThan(slowOnes(new ModelSampler(Region.whole(SPACE), EPOCHS, false), history) / 2);
  }

  private static boolean isLarge(Configuration configuration) {
    return configuration.integer("batchSize") >= 64;
  }

  private static long slowOnes(Sampler sampler, History history) {
    return drawn(sampler, history).stream().filter(ModelSamplerTest::isLarge).count();
  }

  @Test
  void whereTimeDoesNotCountItChangesNothing() {
    Sampler sampler = new ModelSampler(Region.whole(SPACE), EPOCHS, false);
    History quick = past(ModelSamplerTest::quality, configuration -> 1, 30);
    History slow = past(ModelSamplerTest::quality, c -> c.integer("batchSize"), 30);
    assertThat(drawn(sampler, quick)).isEqualTo(drawn(sampler, slow));
  }

  @Test
  void staysInItsRegion() {
    Region.Range narrow = new Region.Range(0.5, 0.6);
    List<Region.Extent> extents = new java.util.ArrayList<>(Region.whole(SPACE).extents());
    extents.set(0, narrow);
    Sampler sampler = new ModelSampler(new Region(SPACE, extents), EPOCHS, true);
    assertThat(drawn(sampler, history()))
        .allSatisfy(c -> assertThat(SPACE.unitOf(c)[0]).isBetween(0.5 - 1e-9, 0.6 + 1e-9));
  }
}
