package dev.sturgeon.bench.search;

import dev.sturgeon.study.Clock;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches a study for its targets, and stops it at the hard one.
 *
 * <p>Regret is that of the trial with the best dev score at its latest epoch, since that is what a
 * study has to show that is stopped there, be the trial over, paused or under way. Before the first
 * epoch it is 1, like a middling configuration's. A study that has reached its hard target keeps
 * the regret it had then.
 */
final class Watch implements StudyListener {
  /** Regret is taken when the workers have spent as much time as this many trainings to the end. */
  static final List<Integer> TRAININGS = List.of(4, 16, 64);

  private final Target target;
  private final int maxEpochs;
  private final int workers;
  private final Clock clock;
  private final StopSignal signal;
  private final Map<TrialId, Double> latest = new HashMap<>();
  private final List<Double> regrets = new ArrayList<>();
  private double easy = Double.POSITIVE_INFINITY;
  private double hard = Double.POSITIVE_INFINITY;

  Watch(Target target, int maxEpochs, int workers, Clock clock, StopSignal signal) {
    this.target = target;
    this.maxEpochs = maxEpochs;
    this.workers = workers;
    this.clock = clock;
    this.signal = signal;
  }

  @Override
  public void epochDone(TrialId trial, CurvePoint point) {
    while (regrets.size() < TRAININGS.size() && clock.seconds() > moment(regrets.size())) {
      regrets.add(regret());
    }
    latest.put(trial, point.dev().metric());
  }

  private double moment(int index) {
    return (double) TRAININGS.get(index) * maxEpochs / workers;
  }

  private double regret() {
    return latest.values().stream().max(Double::compare).map(target::regret).orElse(1.0);
  }

  @Override
  public void trialEnded(Trial trial) {
    double score = trial.scores().map(Scores::metric).orElse(Double.NEGATIVE_INFINITY);
    if (trial.status() == Trial.Status.COMPLETED && trial.epoch() == maxEpochs) {
      if (score >= target.easy()) {
        easy = Math.min(easy, clock.seconds());
      }
      if (score >= target.hard()) {
        hard = Math.min(hard, clock.seconds());
        signal.now("a trial reached the target");
      }
    }
  }

  /** How the study went, now that it has ended. */
  Outcome outcome(double utilisation) {
    while (regrets.size() < TRAININGS.size()) {
      regrets.add(regret());
    }
    return new Outcome(hard, easy, regrets, utilisation);
  }
}
