package dev.sturgeon.dl4j;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What chance decides in an epoch, from (trial seed, epoch) alone: whatever was drawn before does
 * not matter.
 *
 * @param order the training rows in this epoch's order
 * @param dropoutSeed where the epoch's dropout masks come from
 * @param augmentationSeed where the variations of its examples come from
 */
record EpochChance(int[] order, long dropoutSeed, long augmentationSeed) {

  static EpochChance of(long seed, int epoch, int rows) {
    // Mixed first, so that (seed, epoch + 1) and (seed + 1, epoch) have nothing in common.
    long mixed = new SplittableRandom(seed).nextLong();
    SplittableRandom random = new SplittableRandom(mixed + epoch);
    int[] order = new int[rows];
    Arrays.setAll(order, i -> i);
    for (int i = rows - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int other = order[j];
      order[j] = order[i];
      order[i] = other;
    }
    return new EpochChance(order, random.nextLong(), random.nextLong());
  }
}
