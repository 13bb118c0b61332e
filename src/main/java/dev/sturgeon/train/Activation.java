package dev.sturgeon.train;

import java.util.List;
import java.util.stream.Stream;

/** The hidden layers' activation functions. */
public enum Activation {
  /** max(0, z). */
  RELU("relu"),
  /** z, or 0.01 z below 0. */
  LEAKY_RELU("leakyRelu"),
  /** z, or exp(z) - 1 below 0 (Clevert et al. 2015). */
  ELU("elu"),
  /** Scaled ELU (Klambauer et al. 2017); goes with LeCun initialisation and no batch norm. */
  SELU("selu"),
  /**
   * z times sigmoid(1.702 z): an approximation of z times the normal distribution function of z, by
   * the same authors (Hendrycks and Gimpel 2016). At 1 it is 0.8458, not 0.8413.
   */
  GELU("gelu"),
  /** z times sigmoid(z) (Ramachandran et al. 2017). */
  SWISH("swish"),
  /** z times tanh(softplus(z)) (Misra 2019). */
  MISH("mish"),
  /** log(1 + exp(z)). */
  SOFTPLUS("softplus"),
  /** z / (1 + |z|). */
  SOFTSIGN("softsign"),
  /** Hyperbolic tangent. */
  TANH("tanh"),
  /** 1 / (1 + exp(-z)). */
  SIGMOID("sigmoid"),
  /** min(6, max(0, z)). */
  RELU6("relu6");

  private final String label;

  Activation(String label) {
    this.label = label;
  }

  /** The name used in configurations. */
  public String label() {
    return label;
  }

  static List<String> labels() {
    return Stream.of(values()).map(Activation::label).toList();
  }
}
