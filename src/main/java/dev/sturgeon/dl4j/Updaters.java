package dev.sturgeon.dl4j;

import dev.sturgeon.train.Updater;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;

/** DL4J's form of the update rules. */
final class Updaters {

  private Updaters() {}

  /** The rule for training, its rate set epoch by epoch. */
  static IUpdater scheduled(Updater updater, ISchedule rate) {
    return updater instanceof Updater.Momentum momentum
        ? new ClassicalMomentum(momentum.beta(), rate)
        : standard(updater, rate);
  }

  /**
   * The rule for a saved network: one of DL4J's own with a fixed rate. Classical momentum, which it
   * lacks, becomes Nesterov's with a rate smaller by 1 - beta, the same size of step.
   */
  static IUpdater fixed(Updater updater, double rate) {
    if (updater instanceof Updater.Momentum momentum) {
      return fixed(new Updater.Nesterov(momentum.beta()), rate * (1 - momentum.beta()));
    }
    IUpdater fixed = standard(updater, null);
    fixed.setLrAndSchedule(rate, null);
    return fixed;
  }

  private static IUpdater standard(Updater updater, @Nullable ISchedule rate) {
    if (updater instanceof Updater.Adam adam) {
      return Adam.builder()
          .beta1(adam.beta1())
          .beta2(adam.beta2())
          .epsilon(adam.epsilon())
          .learningRateSchedule(rate)
          .build();
    }
    if (updater instanceof Updater.RmsProp rmsProp) {
      return RmsProp.builder()
          .rmsDecay(rmsProp.beta2())
          .epsilon(rmsProp.epsilon())
          .learningRateSchedule(rate)
          .build();
    }
    if (updater instanceof Updater.Nesterov nesterov) {
      return Nesterovs.builder().momentum(nesterov.beta()).learningRateSchedule(rate).build();
    }
    return Sgd.builder().learningRateSchedule(rate).build();
  }
}
