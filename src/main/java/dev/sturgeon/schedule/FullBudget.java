package dev.sturgeon.schedule;

import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Trains every trial to the end of its budget: the plain search that others are compared with.
 *
 * <p>Paused trials go on, lowest number first, before a new one starts.
 */
public final class FullBudget implements Scheduler {
  private final Births births;
  private final TreeSet<TrialId> paused = new TreeSet<>();

  /** A search over these trials. */
  public FullBudget(Births births) {
    this.births = births;
  }

  @Override
  public Optional<Step> next(History history, int slots) {
    int end = births.budget().maxEpochs();
    return paused.isEmpty()
        ? births.next(history, end)
        : Optional.of(goOn(history.get(paused.first())));
  }

  private Step goOn(Trial trial) {
    int to = births.budget().segmentEnd(trial.epoch(), trial.maxEpochs());
    return new Continue(trial.id(), to, "");
  }

  @Override
  public void update(Trial trial) {
    if (trial.status() == Trial.Status.PAUSED) {
      paused.add(trial.id());
    } else {
      paused.remove(trial.id());
    }
  }
}
