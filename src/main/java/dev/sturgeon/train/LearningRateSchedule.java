package dev.sturgeon.train;

/**
 * The learning rate of every epoch of a trial.
 *
 * <p>A function of the settings and of the trial's whole budget alone: neither how the trial is cut
 * into segments nor how far it is promoted changes it.
 *
 * @param initial the rate of the first epoch
 * @param decay how it falls
 * @param maxEpochs the trial's whole budget, the horizon of cosine decay
 */
public record LearningRateSchedule(double initial, Decay decay, int maxEpochs) {

  /** The schedule of these settings over a trial of maxEpochs. */
  public static LearningRateSchedule of(TrainingSettings settings, int maxEpochs) {
    return new LearningRateSchedule(settings.learningRate(), settings.decay(), maxEpochs);
  }

  /**
   * The rate of an epoch.
   *
   * @param epoch its number, from 1 to maxEpochs
   * @throws IllegalArgumentException if there is no such epoch
   */
  public double rate(int epoch) {
    if (epoch < 1 || epoch > maxEpochs) {
      throw new IllegalArgumentException("epoch must be 1 to " + maxEpochs + ", not " + epoch);
    }
    return initial * decay.factor(epoch - 1, maxEpochs);
  }
}
