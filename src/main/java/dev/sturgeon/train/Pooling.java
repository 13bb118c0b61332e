package dev.sturgeon.train;

import java.util.List;
import java.util.stream.Stream;

/** What stands for two by two neighbouring outputs of a convolution. */
public enum Pooling {
  /** The largest of the four. */
  MAX("max"),
  /** Their mean (LeCun et al. 1998, without its trained factor and shift). */
  AVERAGE("average");

  private final String label;

  Pooling(String label) {
    this.label = label;
  }

  /** The name used in configurations. */
  public String label() {
    return label;
  }

  static List<String> labels() {
    return Stream.of(values()).map(Pooling::label).toList();
  }
}
