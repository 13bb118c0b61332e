package dev.sturgeon.space;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds what is legal in a search space and yet foolish. */
final class SpaceLint {
  /** How finely a domain is looked through for a value that makes a condition hold. */
  private static final int PROBES = 1000;

  private final SearchSpace space;

  SpaceLint(SearchSpace space) {
    this.space = space;
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (Hyperparameter h : space.hyperparameters()) {
      if (h.domain().isFixed()) {
        continue;
      }
      scale(h.domain()).map(warning -> h.name() + " " + warning).ifPresent(warnings::add);
      neverExists(h).ifPresent(warnings::add);
    }
    if (space.hyperparameters().stream().allMatch(h -> h.domain().isFixed())) {
      warnings.add("every hyperparameter is fixed: all trials train the same configuration");
    }
    return warnings;
  }

  private static Optional<String> scale(Domain domain) {
    if (domain instanceof RealDomain real) {
      return nearOne(real).or(() -> decades(real.low(), real.high(), real.scale()));
    }
    return domain instanceof IntegerDomain integer
        ? decades(integer.low(), integer.high(), integer.scale())
        : Optional.empty();
  }

  /** Two decades or more on a linear scale: nearly all samples fall into the last one. */
  private static Optional<String> decades(double low, double high, Scale scale) {
    if (scale != Scale.LINEAR || low <= 0 || high / low < 100) {
      return Optional.empty();
    }
    long share = Math.round(100 * (high - high / 10) / (high - low));
    return Optional.of(
        "linear %s…%s: %d %% of the samples exceed %s; use log"
            .formatted(text(low), text(high), share, text(high / 10)));
  }

  /** A decay rate of an average: what matters is 1 / (1 - x), how many values it averages over. */
  private static Optional<String> nearOne(RealDomain real) {
    double low = real.low();
    double high = real.high();
    boolean spread = low >= 0.8 && high < 1 && (1 - low) / (1 - high) >= 10 * (1 - 1e-9);
    if (!spread || real.scale() == Scale.REVERSE_LOG) {
      return Optional.empty();
    }
    Scale scale = real.scale();
    double middle =
        Scale.REVERSE_LOG.invert(
            (Scale.REVERSE_LOG.transform(low) + Scale.REVERSE_LOG.transform(high)) / 2);
    double below =
        (scale.transform(middle) - scale.transform(low))
            / (scale.transform(high) - scale.transform(low));
    return Optional.of(
        "%s %s…%s: %d %% of the samples lie below %s; use reverse-log"
            .formatted(
                scale.label(), text(low), text(high), Math.round(100 * below), text(middle)));
  }

  private Optional<String> neverExists(Hyperparameter h) {
    Condition condition = h.condition();
    if (condition == null) {
      return Optional.empty();
    }
    Domain tested =
        space.hyperparameters().stream()
            .filter(other -> other.name().equals(condition.on()))
            .findFirst()
            .orElseThrow()
            .domain();
    boolean possible =
        IntStream.rangeClosed(0, PROBES)
            .anyMatch(i -> condition.holds(tested.at((double) i / PROBES)));
    return possible
        ? Optional.empty()
        : Optional.of(
            "%s is searched but never exists: %s is %s, and it needs %s"
                .formatted(h.name(), condition.on(), tested, condition));
  }

  /** As a person writes it: 1e-4 and 0.1, rounding noise left out. */
  private static String text(double x) {
    String pattern = x < 1e-2 || x >= 1e6 ? "0.###E0" : "0.###";
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(x)
        .replace('E', 'e');
  }
}
