package dev.sturgeon.schedule;

import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Trial;
import java.util.List;
import java.util.Optional;

/**
 * Asynchronous successive halving in its stopping form (as Ray Tune's ASHAScheduler and Syne Tune's
 * "stopping" type): a trial that is among the best 1/eta when it comes to a rung goes on at once,
 * any other is given up for good. No trial is ever taken up again, so that nothing but running
 * trials needs a checkpoint; where slots are plentiful, good trials lose no time.
 */
public final class AshaStopping implements Scheduler {
  private final Births births;
  private final Halving halving;

  /**
   * A search over these trials.
   *
   * @param eta one of so many goes on, above 1
   * @param epochs where the rungs are: {@link Ladder#epochs}
   */
  public AshaStopping(Births births, Objective objective, double eta, List<Integer> epochs) {
    this.births = births;
    Shares shares = Shares.even(eta, epochs.size() - 1);
    this.halving = new Halving(objective, shares, epochs, births.budget());
  }

  @Override
  public Optional<Step> next(History history, int slots) {
    return halving
        .between(history)
        .or(() -> verdict(history, slots))
        .or(() -> births.next(history, halving.ladder().goal(0)));
  }

  private Optional<Step> verdict(History history, int slots) {
    return halving
        .ladder()
        .highestWaiting()
        .map(
            id -> {
              Trial trial = history.get(id);
              int level = halving.ladder().levelOf(trial).orElseThrow();
              int most = Math.max(1, halving.most(level, slots));
              String rule = halving.rule(level, id, slots);
              return halving.ladder().rung(level).place(id) <= most
                  ? halving.goOn(trial, "goes on: " + rule)
                  : new Drop(id, "dropped: " + rule);
            });
  }

  @Override
  public void update(Trial trial) {
    halving.ladder().update(trial);
  }
}
