package dev.sturgeon.spark.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class ResamplingTest {
  private static final Offset<Float> CLOSE = Offset.offset(1e-4f);

  @Test
  void theSameSizeIsTheSameImage() {
    float[] image = {1, 2, 3, 4, 5, 6};
    assertThat(Resampling.of(2, 3, 2, 3).apply(image)).containsExactly(image);
  }

  @Test
  void twiceTheSizeInterpolates() {
    // Output centres lie at -0.25, 0.25, 0.75 and 1.25 of the two pixels; nothing lies beyond them.
    assertThat(Resampling.of(1, 2, 1, 4).apply(new float[] {0, 100}))
        .containsExactly(new float[] {0, 25, 75, 100}, CLOSE);
  }

  @Test
  void halfTheSizeWeighsAllPixelsUnderTheFilter() {
    // Weights of the first: 1/4 of 3, 3/4, 1 - by distance 0.5, 0.5, 1.5 of reach 2.
    float left = (0.75f * 8 + 0.75f * 0 + 0.25f * 4) / 1.75f;
    float right = (0.25f * 0 + 0.75f * 4 + 0.75f * 0) / 1.75f;
    assertThat(Resampling.of(1, 4, 1, 2).apply(new float[] {8, 0, 4, 0}))
        .containsExactly(new float[] {left, right}, CLOSE);
  }

  @Test
  void heightAndWidthAreNotMixedUp() {
    float[] rows = {1, 1, 1, 5, 5, 5};
    assertThat(Resampling.of(2, 3, 2, 6).apply(rows))
        .containsExactly(new float[] {1, 1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 5}, CLOSE);
  }

  @Test
  void noPixelOfALargeImageIsSkipped() {
    float[] image = new float[100 * 100];
    image[50 * 100 + 37] = 1000;
    float[] scaled = Resampling.of(100, 100, 3, 3).apply(image);
    assertThat(scaled[4]).isGreaterThan(0.1f);
  }
}
