package dev.sturgeon.train;

/**
 * How the learning rate falls over a trial's epochs. Every rule gives the whole rate in the first
 * epoch.
 *
 * @param rule the shape
 * @param rate k, how fast: above 0; used by inverse-time, exponential and staircase decay
 * @param every epochs per stair; used by staircase decay
 */
public record Decay(Rule rule, double rate, int every) {

  /** The shapes; t is the number of epochs trained before the one in question. */
  public enum Rule {
    /** 1. */
    NONE("none"),
    /** 1 / (1 + k t): the course's first rule. */
    INVERSE_TIME("inverseTime"),
    /** 1 / (1 + k)^t: the course's 0.95^t is k = 0.0526. */
    EXPONENTIAL("exponential"),
    /** 1 / (1 + k)^floor(t / every): k = 1 halves the rate at each stair. */
    STAIRCASE("staircase"),
    /** 1 / root(1 + t). */
    INVERSE_SQRT("inverseSqrt"),
    /** (1 + cos(pi t / maxEpochs)) / 2 (Loshchilov and Hutter 2016, without restarts). */
    COSINE("cosine");

    private final String label;

    Rule(String label) {
      this.label = label;
    }

    /** The name used in configurations. */
    public String label() {
      return label;
    }
  }

  /** The share of the initial rate that is left after t epochs of a trial of maxEpochs. */
  double factor(int t, int maxEpochs) {
    return switch (rule) {
      case NONE -> 1;
      case INVERSE_TIME -> 1 / (1 + rate * t);
      case EXPONENTIAL -> Math.pow(1 + rate, -t);
      case STAIRCASE -> Math.pow(1 + rate, -(t / every));
      case INVERSE_SQRT -> 1 / Math.sqrt(1.0 + t);
      case COSINE -> (1 + Math.cos(Math.PI * t / maxEpochs)) / 2;
    };
  }
}
