package dev.sturgeon.train;

import java.util.List;

/**
 * A gradient check of a network in one state.
 *
 * @param when the state: "at initialisation", "after 20 training steps"
 * @param loss what was differentiated, penalties included
 * @param difference over all entries compared
 * @param verdict on the difference, and on those of the arrays one by one: the worst of them
 * @param parameters one array each, from the input side
 */
public record GradientStage(
    String when,
    double loss,
    double difference,
    GradientVerdict verdict,
    List<ParameterGradient> parameters) {

  /** Copies the list. */
  public GradientStage {
    parameters = List.copyOf(parameters);
  }

  /** A stage of these arrays. */
  public static GradientStage of(
      String when, double loss, GradientTally all, List<ParameterGradient> parameters) {
    GradientVerdict worst =
        parameters.stream()
            .map(ParameterGradient::verdict)
            .reduce(all.verdict(), GradientVerdict::or);
    return new GradientStage(when, loss, all.difference(), worst, parameters);
  }

  /** How many numbers the trained arrays have. */
  public long entries() {
    return parameters.stream().mapToLong(ParameterGradient::entries).sum();
  }

  /** How many of them were compared. */
  public int checked() {
    return parameters.stream().mapToInt(ParameterGradient::checked).sum();
  }

  /** How many were left out at kinks. */
  public int kinks() {
    return parameters.stream().mapToInt(ParameterGradient::kinks).sum();
  }
}
