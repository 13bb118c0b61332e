package dev.sturgeon.report;

import dev.sturgeon.report.Stint.Step;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of two that are compared, with one seed: its studies, one after another.
 *
 * @param charged core-seconds that were spent for it beforehand
 * @param stints its studies so far, in order
 */
public record Contestant(double charged, List<Stint> stints) {

  /** Copies the list. */
  public Contestant {
    stints = List.copyOf(stints);
  }

  /** What it has held so far, with what was spent beforehand. */
  public double coreSeconds() {
    return charged + stints.stream().mapToDouble(Stint::coreSeconds).sum();
  }

  /** Its figures. */
  public VersusFigures.Side side(Objective objective) {
    Optional<Stint> leader = Stint.leading(stints, objective);
    return new VersusFigures.Side(
        leader.map(Stint::best).map(Scores::metric).orElse(null),
        leader.map(Stint::test).orElse(null),
        coreSeconds(),
        stints.stream().mapToDouble(Stint::seconds).sum(),
        stints.size(),
        stints.stream().mapToInt(Stint::trials).sum(),
        stints.isEmpty() ? null : stints.get(stints.size() - 1).ending(),
        curve(objective.metric()));
  }

  /** The best so far over all its studies, against all that it has held. */
  private List<Step> curve(Metric metric) {
    List<Step> curve = new ArrayList<>();
    double before = charged;
    for (Stint stint : stints) {
      for (Step step : stint.curve()) {
        if (curve.isEmpty() || metric.isBetter(step.value(), curve.get(curve.size() - 1).value())) {
          curve.add(new Step(before + step.coreSeconds(), step.value()));
        }
      }
      before += stint.coreSeconds();
    }
    return curve;
  }
}
