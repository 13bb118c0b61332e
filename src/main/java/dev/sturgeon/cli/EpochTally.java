package dev.sturgeon.cli;

import dev.sturgeon.conf.SearchConf;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Epochs that a study's trials have trained, and how long those may take that are to come. */
final class EpochTally {
  private final Map<TrialId, Integer> epochs = new HashMap<>();
  private final Set<TrialId> paused = new HashSet<>();

  /** Epochs that an earlier driver trained. */
  private int earlier;

  /** Epochs that trials which are over will never train: early stopping, failures. */
  private int spared;

  boolean isEmpty() {
    return epochs.isEmpty();
  }

  /** A search begins, or goes on with these trials. */
  void begin(History history) {
    spared = 0;
    history.trials().forEach(trial -> epochs.put(trial.id(), trial.epoch()));
  }

  /** All epochs so far were trained by an earlier driver. */
  void endOfEarlier() {
    earlier = total();
  }

  void reached(TrialId trial, int epoch) {
    goesOn(trial);
    epochs.put(trial, epoch);
  }

  void goesOn(TrialId trial) {
    paused.remove(trial);
  }

  void paused(Trial trial) {
    paused.add(trial.id());
    epochs.put(trial.id(), trial.epoch());
  }

  void over(Trial trial) {
    epochs.put(trial.id(), trial.epoch());
    spared += trial.maxEpochs() - trial.epoch();
  }

  /** How many trials are paused. */
  int waiting() {
    return paused.size();
  }

  int ofThisDriver() {
    return total() - earlier;
  }

  private int total() {
    return epochs.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Time to train every epoch that may still come, or until the time limit. Where trials pause, the
   * others are taken to need as many epochs as those so far.
   *
   * @param rate epochs a second
   * @param elapsed seconds so far
   */
  String left(SearchConf search, double rate, double elapsed) {
    int total = total();
    double trials = search.maxTrials();
    double budget =
        paused.isEmpty() ? trials * search.maxEpochs() - spared : trials / epochs.size() * total;
    double seconds = Math.max(0, budget - total) / rate;
    Duration limit = search.limits().maxDuration();
    if (limit != null) {
      seconds = Math.min(seconds, Math.max(0, limit.toSeconds() - elapsed));
    }
    long whole = Math.round(seconds);
    return whole >= 3600
        ? "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60)
        : "%d:%02d".formatted(whole / 60, whole % 60);
  }
}
