package dev.sturgeon.study;

import dev.sturgeon.study.SimulatedTrialExecutor.Surrogate;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A made-up network whose loss follows from the learning rate of every epoch: below the best rate
 * it falls the more slowly the lower the rate, above it it stays high, far above it diverges. What
 * it has learned is in its checkpoints.
 */
final class LearningModel implements Surrogate {
  static final double CHANCE = Math.log(10);
  private static final double BEST = 0.01;

  private final Map<String, Double> losses = new HashMap<>();

  @Override
  public CurvePoint epoch(Segment segment, int epoch) {
    double rate = segment.configuration().real("learningRate");
    double loss = next(before(segment, epoch), rate, epoch);
    losses.put(path(segment.trial().number(), epoch), loss);
    Scores scores = new Scores(loss, Math.exp(-loss));
    return new CurvePoint(epoch, rate, scores, scores, List.of(), 1);
  }

  private double before(Segment segment, int epoch) {
    Checkpoints from = segment.checkpoints();
    if (epoch > segment.fromEpoch() + 1) {
      return known(path(segment.trial().number(), epoch - 1));
    }
    return from == null ? CHANCE : known(from.latest().path());
  }

  /** What another process has trained is not known: learned anew, which is as good for a test. */
  private double known(String path) {
    return losses.getOrDefault(path, CHANCE);
  }

  /** As the simulated executor names a checkpoint. */
  private static String path(int trial, int epoch) {
    return "checkpoints/" + trial + "/" + epoch;
  }

  private static double next(double before, double rate, int epoch) {
    double times = rate / BEST;
    if (times > 30) {
      return Double.NaN;
    }
    double wobble = 0.01 * Math.sin(7.0 * epoch);
    if (times > 3) {
      return 1 + 0.2 * Math.sin(5.0 * epoch);
    }
    double least = 0.001 * (1 + times);
    return least + (before - least) * Math.exp(-0.5 * Math.min(1, times) + wobble * 0.1);
  }
}
