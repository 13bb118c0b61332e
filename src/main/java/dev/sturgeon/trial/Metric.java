package dev.sturgeon.trial;

import java.util.Arrays;
import java.util.Optional;

/** What a network is judged by; whether more or less is better follows from the metric. */
public enum Metric {
  /** Share of right answers. */
  ACCURACY("accuracy", true),
  /** Mean over classes of the share of right answers. */
  BALANCED_ACCURACY("balancedAccuracy", true),
  /** Mean over classes of the harmonic mean of precision and recall. */
  F1_MACRO("f1Macro", true),
  /** Mean negative log-probability of the true class. */
  LOG_LOSS("logLoss", false),
  /** Area under the receiver operating characteristic; mean of one-against-rest beyond two. */
  ROC_AUC("rocAuc", true),
  /** Area under the precision-recall curve; mean of one-against-rest beyond two. */
  PR_AUC("prAuc", true);

  private final String label;
  private final boolean maximised;

  Metric(String label, boolean maximised) {
    this.label = label;
    this.maximised = maximised;
  }

  /** The name used in configurations and reports. */
  public String label() {
    return label;
  }

  /** Whether more is better. */
  public boolean isMaximised() {
    return maximised;
  }

  /** Whether one value is strictly better than another; NaN is never better. */
  public boolean isBetter(double value, double than) {
    return maximised ? value > than : value < than;
  }

  /** The metric of this name. */
  public static Optional<Metric> named(String label) {
    return Arrays.stream(values()).filter(metric -> metric.label.equals(label)).findFirst();
  }
}
