package dev.sturgeon.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.Region;
import dev.sturgeon.space.SearchSpace;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class SobolSamplerTest extends SamplerContract {

  @Override
  Sampler sampler(SearchSpace space) {
    return new SobolSampler(Region.whole(space), 7);
  }

  @Test
  void ofAnySixteenthOfTheScaleThereIsOneOfSixteenTrials() {
    for (long seed : new long[] {1, 2, -5}) {
      PastTrials past = new PastTrials(1, dev.sturgeon.trial.Metric.ACCURACY);
      double[] firsts = new double[16];
      for (int i = 0; i < firsts.length; i++) {
        var said = new SobolSampler(Region.whole(SPACE), seed).sample(past.history(), 0);
        firsts[i] = SPACE.unitOf(said.orElseThrow().configuration())[0];
        past.running(said.orElseThrow().configuration());
      }
      assertThat(DoubleStream.of(firsts).mapToLong(x -> (long) (x * 16)).sorted())
          .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L);
    }
  }

  @Test
  void anotherSeedScramblesOtherwise() {
    assertThat(new SobolSampler(Region.whole(SPACE), 1).sample(history(), 0))
        .isNotEqualTo(new SobolSampler(Region.whole(SPACE), 2).sample(history(), 0));
  }
}
