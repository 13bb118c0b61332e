package dev.sturgeon.bench.search;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.study.Clock;
import dev.sturgeon.study.SimulatedTrialExecutor.Surrogate;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.TrialId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The simulated workers' view of a data set: each epoch's scores and length, and a count of how
 * busy they are. Belongs to one thread.
 */
final class Workers implements Surrogate {
  private static final double RATE = 0;

  private final Curves curves;
  private final Clock clock;
  private final double scale;
  private final Map<TrialId, Run> runs = new HashMap<>();
  private double handedOut;

  /** A trial under way: its curve, looked up once, and when its present epoch ends. */
  private record Run(Configuration configuration, Curve curve, double due) {}

  /**
   * Workers of a study.
   *
   * @param scale simulated seconds for each of the data set's own
   */
  Workers(Curves curves, Clock clock, double scale) {
    this.curves = curves;
    this.clock = clock;
    this.scale = scale;
  }

  @Override
  public CurvePoint epoch(Segment segment, int epoch) {
    Run run = runs.get(segment.trial());
    Curve curve =
        run != null && run.configuration().equals(segment.configuration())
            ? run.curve()
            : curves.of(segment.configuration(), segment.seed());
    curve.reach(segment.toEpoch());
    double seconds = scale * (curve.seconds(epoch) - curve.seconds(epoch - 1));
    handedOut += seconds;
    runs.put(segment.trial(), new Run(segment.configuration(), curve, clock.seconds() + seconds));
    Scores scores = new Scores(1 - curve.score(epoch), curve.score(epoch));
    return new CurvePoint(epoch, RATE, scores, scores, List.of(), seconds);
  }

  /** The share of the workers' time up to now in which they trained. */
  double utilisation(int workers) {
    double now = clock.seconds();
    double ahead = runs.values().stream().mapToDouble(run -> Math.max(0, run.due() - now)).sum();
    return now == 0 ? 1 : (handedOut - ahead) / (workers * now);
  }
}
