package dev.sturgeon.dl4j;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * The learning rate of the current epoch, set from outside. One session's updaters share one
 * object: setting DL4J's own rates layer by layer fails on networks with batch norm.
 */
final class EpochRate implements ISchedule {
  private static final long serialVersionUID = 1L;

  private double rate;

  void set(double learningRate) {
    rate = learningRate;
  }

  @Override
  public double valueAt(int iteration, int epoch) {
    return rate;
  }

  /** The same object: DL4J clones configurations, and the clones must follow. */
  @Override
  public EpochRate clone() {
    return this;
  }
}
