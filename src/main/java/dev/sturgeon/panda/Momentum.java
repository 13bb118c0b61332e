package dev.sturgeon.panda;

import dev.sturgeon.space.Configuration;
import java.util.Optional;

/**
 * Lowers momentum where the training loss swings up and down: steps then carry too far in old
 * directions.
 *
 * @param swing least size of the swings, as a share of the loss, above 0
 * @param factor what 1 - momentum is multiplied by, above 1
 */
record Momentum(double swing, double factor) implements Rule {
  private static final String NAME = "momentum";

  /** Swings are counted over so many steps; by chance, two of three turn. */
  private static final int STEPS = 6;

  private static final int TURNS = 5;

  /** Below it momentum does nothing. */
  private static final double LEAST = 0.5;

  Momentum {
    Thresholds.above(0, "swing", swing);
    Thresholds.above(1, "factor", factor);
  }

  @Override
  public Optional<Advice> look(PandaView view) {
    Configuration now = view.configuration();
    Series loss = view.trainLoss();
    boolean settled = view.sinceChange() > STEPS && loss.size() > STEPS;
    if (view.isDiverged() || !now.has(NAME) || !settled || now.real(NAME) <= LEAST) {
      return Optional.empty();
    }
    int turns = 0;
    for (int i = 0; i < STEPS; i++) {
      double newer = loss.back(i) - loss.back(i + 1);
      double older = i + 2 < loss.size() ? loss.back(i + 1) - loss.back(i + 2) : newer;
      turns += newer * older < 0 ? 1 : 0;
    }
    if (turns < TURNS || loss.noise() < swing) {
      return Optional.empty();
    }
    double less = Math.max(LEAST, 1 - (1 - now.real(NAME)) * factor);
    String why =
        "the training loss swings: it turned %d times in %d epochs".formatted(turns, STEPS);
    return Optional.of(Advice.change(NAME, Thresholds.round(less), why));
  }
}
