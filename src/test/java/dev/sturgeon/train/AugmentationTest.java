package dev.sturgeon.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.data.Shape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AugmentationTest {
  private static final Shape IMAGE = new Shape(2, 3, 4);

  @Test
  void shiftMovesAllChannelsByTheSameWholeNumberOfPixelsAndTheEdgeIsRepeated() {
    Set<List<Integer>> seen = new HashSet<>();
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      float[] moved = image();
      new Augmentation(1, false, 0).vary(moved, IMAGE, random);
      List<Integer> by = movement(moved);
      seen.add(by);
    }
    assertThat(seen).hasSize(9);
  }

  /** The one movement that explains an image; fails if there is none. */
  private static List<Integer> movement(float[] moved) {
    for (int down = -1; down <= 1; down++) {
      for (int right = -1; right <= 1; right++) {
        if (Arrays.equals(moved, moved(down, right))) {
          return List.of(down, right);
        }
      }
    }
    throw new AssertionError("no movement gives " + Arrays.toString(moved));
  }

  private static float[] moved(int down, int right) {
    float[] from = image();
    float[] to = new float[from.length];
    for (int c = 0; c < 2; c++) {
      for (int y = 0; y < 3; y++) {
        for (int x = 0; x < 4; x++) {
          int fromY = Math.min(Math.max(y - down, 0), 2);
          int fromX = Math.min(Math.max(x - right, 0), 3);
          to[c * 12 + y * 4 + x] = from[c * 12 + fromY * 4 + fromX];
        }
      }
    }
    return to;
  }

  @Test
  void flipMirrorsHalfOfTheImagesLeftToRight() {
    float[] mirrored = new float[24];
    for (int i = 0; i < 24; i++) {
      mirrored[i] = image()[i / 4 * 4 + 3 - i % 4];
    }
    int flipped = 0;
    Random random = new Random(2);
    for (int i = 0; i < 1000; i++) {
      float[] varied = image();
      new Augmentation(0, true, 0).vary(varied, IMAGE, random);
      boolean same = Arrays.equals(varied, image());
      assertThat(same ? image() : mirrored).isEqualTo(varied);
      flipped += same ? 0 : 1;
    }
    assertThat(flipped).isBetween(430, 570);
  }

  @Test
  void noiseHasItsStandardDeviationAndNoMean() {
    float[] varied = new float[20_000];
    new Augmentation(0, false, 0.3).vary(varied, Shape.flat(5), new Random(3));
    double sum = 0;
    double squares = 0;
    for (float value : varied) {
      sum += value;
      squares += value * value;
    }
    assertThat(sum / varied.length).isCloseTo(0, within(0.01));
    assertThat(Math.sqrt(squares / varied.length)).isCloseTo(0.3, within(0.01));
  }

  @Test
  void eachExampleIsVariedByItselfAndTheSameSeedGivesTheSame() {
    float[] two = new float[48];
    System.arraycopy(image(), 0, two, 0, 24);
    System.arraycopy(image(), 0, two, 24, 24);
    float[] again = two.clone();
    new Augmentation(2, true, 0.1).vary(two, IMAGE, new Random(4));
    new Augmentation(2, true, 0.1).vary(again, IMAGE, new Random(4));
    assertThat(two).isEqualTo(again);
    assertThat(Arrays.copyOfRange(two, 0, 24)).isNotEqualTo(Arrays.copyOfRange(two, 24, 48));
  }

  @Test
  void whatIsOffChangesNothing() {
    float[] same = image();
    Augmentation off = new Augmentation(0, false, 0);
    off.vary(same, IMAGE, new Random(5));
    assertThat(off.isOff()).isTrue();
    assertThat(same).isEqualTo(image());
  }

  @Test
  void imagesAreNeededForShiftAndFlip() {
    Shape flat = Shape.flat(64);
    new Augmentation(0, false, 1).check(flat);
    new Augmentation(2, true, 1).check(IMAGE);
    assertThatThrownBy(() -> new Augmentation(2, false, 0).check(flat))
        .hasMessage("shift 2 needs images, and these data have 64 columns; leave it out");
    assertThatThrownBy(() -> new Augmentation(0, true, 0).check(flat))
        .hasMessageStartingWith("flip true needs images");
    assertThatThrownBy(() -> new Augmentation(3, false, 0).check(IMAGE))
        .hasMessageContaining("3 x 4 pixels out of sight");
  }

  private static float[] image() {
    float[] image = new float[24];
    for (int i = 0; i < image.length; i++) {
      image[i] = i + 1;
    }
    return image;
  }
}
