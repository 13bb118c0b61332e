package dev.sturgeon.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.train.Updater;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/** Each rule against its formula, over three steps with gradients 2, -1, 0.5. */
final class UpdatersTest {
  private static final double[] GRADIENTS = {2, -1, 0.5};
  private static final double RATE = 0.1;

  @Test
  void sgd() {
    check(new Updater.Sgd(), g -> RATE * g);
  }

  @Test
  void classicalMomentum() {
    double[] v = {0};
    check(
        new Updater.Momentum(0.8),
        g -> {
          v[0] = 0.8 * v[0] + 0.2 * g;
          return RATE * v[0];
        });
  }

  @Test
  void nesterov() {
    double[] v = {0};
    check(
        new Updater.Nesterov(0.8),
        g -> {
          double before = v[0];
          v[0] = 0.8 * v[0] - RATE * g;
          return -(1.8 * v[0] - 0.8 * before);
        });
  }

  @Test
  void rmsProp() {
    double[] s = {0.01};
    check(
        new Updater.RmsProp(0.9, 0.01),
        g -> {
          s[0] = 0.9 * s[0] + 0.1 * g * g;
          return RATE * g / (Math.sqrt(s[0]) + 0.01);
        });
  }

  @Test
  void adam() {
    double[] m = {0};
    double[] v = {0};
    int[] t = {0};
    check(
        new Updater.Adam(0.9, 0.99, 1e-8),
        g -> {
          t[0]++;
          m[0] = 0.9 * m[0] + 0.1 * g;
          v[0] = 0.99 * v[0] + 0.01 * g * g;
          double mHat = m[0] / (1 - Math.pow(0.9, t[0]));
          double vHat = v[0] / (1 - Math.pow(0.99, t[0]));
          return RATE * mHat / Math.sqrt(vHat);
        });
  }

  @Test
  void theRateFollowsTheEpochs() {
    EpochRate rate = new EpochRate();
    GradientUpdater<?> steps = start(Updaters.scheduled(new Updater.Sgd(), rate));
    rate.set(0.5);
    assertThat(step(steps, 2, 0)).isCloseTo(1, within(1e-6));
    rate.set(0.25);
    assertThat(step(steps, 2, 1)).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void aSavedNetworkHasDl4jsOwnUpdaterAndAFixedRate() {
    IUpdater saved = Updaters.fixed(new Updater.Momentum(0.75), 0.4);
    assertThat(saved).isEqualTo(new Nesterovs(0.1, 0.75));
    assertThat(Updaters.fixed(new Updater.Adam(0.9, 0.99, 1e-8), 0.4).getLearningRate(9, 9))
        .isEqualTo(0.4);
  }

  private static void check(Updater updater, DoubleUnaryOperator formula) {
    EpochRate rate = new EpochRate();
    rate.set(RATE);
    GradientUpdater<?> steps = start(Updaters.scheduled(updater, rate));
    for (int i = 0; i < GRADIENTS.length; i++) {
      assertThat(step(steps, GRADIENTS[i], i))
          .isCloseTo(formula.applyAsDouble(GRADIENTS[i]), within(1e-5));
    }
  }

  private static GradientUpdater<?> start(IUpdater updater) {
    long size = updater.stateSize(1);
    return updater.instantiate(size == 0 ? null : Nd4j.create(DataType.FLOAT, size), true);
  }

  private static double step(GradientUpdater<?> steps, double gradient, int iteration) {
    INDArray array = Nd4j.createFromArray((float) gradient);
    steps.applyUpdater(array, iteration, 0);
    return array.getDouble(0);
  }
}
