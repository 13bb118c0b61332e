package dev.sturgeon.dl4j;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Momentum as Ng's course writes it, which DL4J lacks: v = beta v + (1 - beta) g, W -= a v. For
 * training only: a saved network must not need this class.
 */
record ClassicalMomentum(double beta, ISchedule rate) implements IUpdater {

  @Override
  public long stateSize(long numParams) {
    return numParams;
  }

  @Override
  public GradientUpdater<ClassicalMomentum> instantiate(INDArray view, boolean initialise) {
    if (initialise) {
      view.assign(0);
    }
    return new Steps(this, view.reshape(view.length()));
  }

  @Override
  public GradientUpdater<ClassicalMomentum> instantiate(
      Map<String, INDArray> state, boolean initialise) {
    throw new UnsupportedOperationException("the state is one flat array");
  }

  /** Records are immutable. */
  @Override
  public IUpdater clone() {
    return this;
  }

  @Override
  public double getLearningRate(int iteration, int epoch) {
    return rate.valueAt(iteration, epoch);
  }

  @Override
  public boolean hasLearningRate() {
    return true;
  }

  @Override
  public void setLrAndSchedule(double learningRate, ISchedule schedule) {
    throw new UnsupportedOperationException("the schedule sets the rate");
  }

  /** The rule at work on one block of parameters. */
  private record Steps(ClassicalMomentum config, INDArray velocity)
      implements GradientUpdater<ClassicalMomentum> {

    @Override
    public ClassicalMomentum getConfig() {
      return config;
    }

    @Override
    public void setState(Map<String, INDArray> state, boolean initialise) {
      throw new UnsupportedOperationException("the state is one flat array");
    }

    @Override
    public Map<String, INDArray> getState() {
      return Map.of("V", velocity);
    }

    @Override
    public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialise) {
      throw new UnsupportedOperationException("the state is given at birth");
    }

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
      velocity.muli(config.beta()).addi(gradient.muli(1 - config.beta()));
      gradient.assign(velocity).muli(config.getLearningRate(iteration, epoch));
    }
  }
}
