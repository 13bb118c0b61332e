package dev.sturgeon.train;

/**
 * The rule that turns a gradient g into a step, with its settings; the learning rate a is not one
 * of them, since it changes from epoch to epoch.
 */
public sealed interface Updater
    permits Updater.Sgd, Updater.Momentum, Updater.Nesterov, Updater.RmsProp, Updater.Adam {

  /** Plain gradient descent: W -= a g. */
  record Sgd() implements Updater {}

  /**
   * Gradient descent with momentum as Ng's course writes it: v = beta v + (1 - beta) g, W -= a v.
   *
   * <p>The factor 1 - beta keeps the step's size when beta changes; texts without it need a
   * learning rate smaller by that factor.
   */
  record Momentum(double beta) implements Updater {}

  /**
   * Nesterov's momentum (Sutskever et al. 2013): v' = beta v - a g, W += (1 + beta) v' - beta v.
   */
  record Nesterov(double beta) implements Updater {}

  /**
   * Scaling by a running root mean square (Hinton): s = beta2 s + (1 - beta2) g², W -= a g /
   * (root(s) + epsilon), where s starts at epsilon.
   */
  record RmsProp(double beta2, double epsilon) implements Updater {}

  /** Both averages, corrected for their bias (Kingma and Ba 2014). */
  record Adam(double beta1, double beta2, double epsilon) implements Updater {}
}
