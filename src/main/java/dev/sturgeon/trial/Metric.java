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
  PR_AUC("prAuc", true),
  /** Root of the mean squared error, in the target's own unit. */
  RMSE("rmse", false, Task.REGRESSION),
  /** Mean absolute error, in the target's own unit. */
  MAE("mae", false, Task.REGRESSION),
  /** Share of the target's variance that is explained; below 0 where the mean would do better. */
  R2("r2", true, Task.REGRESSION);

  private final String label;
  private final boolean maximised;
  private final Task task;

  Metric(String label, boolean maximised) {
    this(label, maximised, Task.CLASSIFICATION);
  }

  Metric(String label, boolean maximised, Task task) {
    this.label = label;
    this.maximised = maximised;
    this.task = task;
  }

  /** What it is a figure of. */
  public Task task() {
    return task;
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
