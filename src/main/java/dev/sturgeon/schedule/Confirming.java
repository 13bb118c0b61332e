package dev.sturgeon.schedule;

import dev.sturgeon.trial.Confirmation;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Trial;
import java.util.List;
import java.util.Optional;

/**
 * Follows a search's scheduler: trains its best configurations again, each with the same fresh
 * seeds and to the end, until all runs of the plan are over. Everything follows from the history.
 */
public final class Confirming implements Scheduler {
  private final Confirmation plan;
  private final long studySeed;

  /**
   * Of a plan.
   *
   * @param studySeed where the fresh seeds come from
   */
  public Confirming(Confirmation plan, long studySeed) {
    this.plan = plan;
    this.studySeed = studySeed;
  }

  @Override
  public Optional<Step> next(History history, int slots) {
    List<Trial> begun = plan.begun(history);
    Optional<Trial> paused =
        begun.stream().filter(run -> run.status() == Trial.Status.PAUSED).findFirst();
    if (paused.isPresent()) {
      Trial run = paused.get();
      return Optional.of(new Continue(run.id(), end(run.epoch(), run.maxEpochs()), ""));
    }
    return begun.size() < plan.runs()
        ? Optional.of(again(history, begun.size()))
        : Optional.empty();
  }

  private Step again(History history, int place) {
    Trial candidate = history.get(plan.candidate(place));
    int seed = plan.seed(place);
    return new Again(
        candidate.id(),
        Role.CONFIRM,
        plan.seedOf(seed, studySeed),
        end(0, candidate.maxEpochs()),
        "confirms trial %s, seed %d of %d".formatted(candidate.id(), seed + 1, plan.seeds()));
  }

  private int end(int epoch, int maxEpochs) {
    return new Budget(1, maxEpochs, plan.segmentEpochs()).segmentEnd(epoch, maxEpochs);
  }

  /** Everything follows from the history. */
  @Override
  public void update(Trial trial) {}

  @Override
  public Optional<String> objection(History history, Order order) {
    return Optional.of("this study's best configurations are being confirmed, as they are");
  }
}
