package dev.sturgeon.schedule;

import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import java.util.Optional;

/**
 * The same without anybody who could help: what only an order could go on with is over.
 *
 * @param inner decides all else
 */
public record Unattended(Scheduler inner) implements Scheduler {

  @Override
  public Optional<Step> next(History history, int slots) {
    return inner.next(history, slots).filter(step -> !(step instanceof Halt));
  }

  @Override
  public void update(Trial trial) {
    inner.update(trial);
  }

  @Override
  public String standing(Trial trial, int slots) {
    return inner.standing(trial, slots);
  }

  @Override
  public Optional<String> objection(History history, Order order) {
    return inner.objection(history, order);
  }

  @Override
  public boolean keepsCheckpoints() {
    return inner.keepsCheckpoints();
  }

  @Override
  public int endAgain(History history, Segment lost) {
    return inner.endAgain(history, lost);
  }
}
