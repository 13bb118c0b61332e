package dev.sturgeon.schedule;

/**
 * How much there is to train.
 *
 * @param trials how many trials, 1 or more
 * @param maxEpochs epochs of each trial, 1 or more
 * @param segmentEpochs most epochs of a segment, 1 or more; a trial's last one may be shorter
 */
public record Budget(int trials, int maxEpochs, int segmentEpochs) {

  /** Checks that all three are positive. */
  public Budget {
    if (trials < 1 || maxEpochs < 1 || segmentEpochs < 1) {
      throw new IllegalArgumentException(
          "trials, maxEpochs and segmentEpochs are 1 or more, not "
              + (trials + ", " + maxEpochs + ", " + segmentEpochs));
    }
  }

  /** Where a segment ends that begins at an epoch and is on the way to another. */
  int segmentEnd(int epoch, int goal) {
    return (int) Math.min(goal, (long) epoch + segmentEpochs);
  }
}
