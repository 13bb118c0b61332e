package dev.sturgeon.dl4j;

import dev.sturgeon.train.GradientStage;
import dev.sturgeon.train.GradientTally;
import dev.sturgeon.train.NumericDerivative;
import dev.sturgeon.train.ParameterGradient;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network and the mini-batch on which its gradient is compared with its loss. */
final class CheckedNetwork {
  private static final int ENTRIES_PER_ARRAY = 50;

  /** Two losses of the same mini-batch may differ by this share of them, and not more. */
  private static final double STEADY = 1e-9;

  private final Net network;
  private final INDArray features;
  private final INDArray labels;

  /**
   * A network to check.
   *
   * @param network of a {@link DoublePrecision#checkable} plan
   */
  CheckedNetwork(Net network, INDArray features, INDArray labels) {
    this.network = network;
    this.features = features;
    this.labels = labels;
  }

  /**
   * Compares the gradients at these parameters.
   *
   * @param when the state they are of, for the report
   * @param seed decides which entries of large arrays are looked at
   * @throws IllegalArgumentException if the loss is no number, or not the same twice
   */
  GradientStage check(String when, INDArray parameters, long seed) {
    network.parameters().assign(parameters);
    double loss = steadyLoss(when);
    INDArray gradient = gradient(parameters);
    GradientTally all = new GradientTally();
    List<ParameterGradient> compared = new ArrayList<>();
    Random random = new Random(seed);
    for (TrainedArray array : TrainedArray.of(network)) {
      compared.add(compare(array, array.sample(ENTRIES_PER_ARRAY, random), gradient, loss, all));
    }
    gradient.close();
    return GradientStage.of(when, loss, all, compared);
  }

  private double steadyLoss(String when) {
    double loss = loss();
    double again = loss();
    if (!Double.isFinite(loss)) {
      throw new IllegalArgumentException(when + " the loss is " + loss);
    }
    if (Math.abs(loss - again) > STEADY * Math.abs(loss)) {
      throw new IllegalArgumentException(
          "%s the loss of the same examples is %s, then %s: something besides dropout is random"
              .formatted(when, loss, again));
    }
    return loss;
  }

  private double loss() {
    return network.loss(features, labels);
  }

  /** What a step of rate 1 subtracts, which DL4J leaves in place of the gradient. */
  private INDArray gradient(INDArray parameters) {
    network.fit(features, labels);
    network.parameters().assign(parameters);
    return Objects.requireNonNull(network.gradients()).dup();
  }

  private ParameterGradient compare(
      TrainedArray array, long[] entries, INDArray gradient, double loss, GradientTally all) {
    GradientTally tally = new GradientTally();
    ParameterGradient.@Nullable Entry worst = null;
    for (long entry : entries) {
      NumericDerivative numeric = numeric(array.offset() + entry, loss);
      if (!numeric.kink()) {
        double analytic = gradient.getDouble(array.offset() + entry);
        tally.add(analytic, numeric);
        worst =
            further(
                worst, new ParameterGradient.Entry(array.index(entry), analytic, numeric.value()));
      }
    }
    all.add(tally);
    return new ParameterGradient(
        array.layer(),
        array.parameter(),
        array.length(),
        tally.count(),
        entries.length - tally.count(),
        tally.difference(),
        tally.verdict(),
        tally.isFaint(),
        worst);
  }

  private NumericDerivative numeric(long index, double loss) {
    INDArray parameters = network.parameters();
    double value = parameters.getDouble(index);
    try {
      return NumericDerivative.of(
          x -> {
            parameters.putScalar(index, x);
            return loss();
          },
          value,
          loss);
    } finally {
      parameters.putScalar(index, value);
    }
  }

  private static ParameterGradient.Entry further(
      ParameterGradient.@Nullable Entry one, ParameterGradient.Entry other) {
    return one == null || one.distance() < other.distance() ? other : one;
  }
}
