package dev.sturgeon.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.space.SearchSpace;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class RandomSamplerTest extends SamplerContract {
  private static final int POINTS = 4000;

  @Override
  Sampler sampler(SearchSpace space) {
    return new RandomSampler(space);
  }

  @Test
  void neighbouringSeedsCoverTheCubeEvenly() {
    Sampler sampler = new RandomSampler(SPACE);
    double[][] points =
        LongStream.range(0, POINTS)
            .mapToObj(seed -> sampler.sample(history(), seed).orElseThrow().configuration())
            .map(SPACE::unitOf)
            .toArray(double[][]::new);
    int firstLow = 0;
    int bothLow = 0;
    double product = 0;
    for (int i = 0; i < POINTS; i++) {
      firstLow += points[i][0] < 0.5 ? 1 : 0;
      bothLow += points[i][0] < 0.5 && points[i][3] < 0.5 ? 1 : 0;
      product += i == 0 ? 0 : (points[i][0] - 0.5) * (points[i - 1][0] - 0.5) * 12;
    }
    // Four standard deviations of each figure.
    assertThat((double) firstLow / POINTS).isCloseTo(0.5, within(0.032));
    assertThat((double) bothLow / POINTS).isCloseTo(0.25, within(0.028));
    assertThat(product / POINTS).as("serial correlation").isCloseTo(0, within(0.064));
  }
}
