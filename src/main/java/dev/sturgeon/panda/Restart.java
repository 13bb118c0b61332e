package dev.sturgeon.panda;

import java.util.Optional;

/**
 * Where a network has learned nothing after some segments, and is not getting there either, its
 * first steps were too long and have ruined it: begins anew with a much lower learning rate.
 *
 * @param patience for how many segments the training loss is at chance, 1 or more
 * @param factor what the learning rate is multiplied by, between 0 and 1
 */
record Restart(double patience, double factor) implements Rule {
  /** What a network that is worse than this share of chance's loss has learned is nothing. */
  private static final double NOTHING = 0.9;

  Restart {
    Thresholds.segments("patience", patience);
    Thresholds.share("factor", factor);
  }

  @Override
  public Optional<Advice> look(PandaView view) {
    int epochs = view.setting().epochs((int) patience);
    Series loss = view.trainLoss();
    if (view.isDiverged() || view.sinceChange() < epochs || !view.mayCut()) {
      return Optional.empty();
    }
    boolean nothing = loss.least(epochs) > Math.log(NOTHING * view.setting().chanceLoss());
    boolean gettingThere = loss.size() > epochs && loss.fellAlways(epochs);
    return nothing && !gettingThere
        ? Optional.of(
            Advice.goBack(
                0,
                PandaView.RATE,
                Thresholds.round(view.learningRate() * factor),
                "it has learned nothing: the training loss is that of chance; begins anew"))
        : Optional.empty();
  }
}
