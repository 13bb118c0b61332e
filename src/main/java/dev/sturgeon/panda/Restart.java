package dev.sturgeon.panda;

import java.util.Optional;

/**
 * Where a network has learned nothing after some segments, or learns next to nothing and no more
 * since the learning rate was cut, its first steps were too long and have ruined it: begins anew
 * with a lower learning rate.
 *
 * @param patience for how many segments the training loss is at chance, 1 or more
 * @param factor what the learning rate is multiplied by, between 0 and 1
 * @param most how many times at most, 1 or more
 */
record Restart(double patience, double factor, double most) implements Rule {
  /** What a network that is worse than this share of chance's loss has learned is nothing. */
  private static final double NOTHING = 0.9;

  /** And worse than this share, little. */
  private static final double LITTLE = 0.2;

  /** Share by which a cut has to lower the training loss to have helped. */
  private static final double HELP = 0.1;

  Restart {
    Thresholds.segments("patience", patience);
    Thresholds.share("factor", factor);
    Thresholds.segments("most", most);
  }

  @Override
  public Optional<Advice> look(PandaView view) {
    int epochs = view.setting().epochs((int) patience);
    if (view.isDiverged() || view.sinceChange() < epochs || !view.mayCut() || isTired(view)) {
      return Optional.empty();
    }
    return nothing(view, epochs)
        ? Optional.of(anew(view, "it has learned nothing: the training loss is that of chance"))
        : stuck(view)
            ? Optional.of(
                anew(view, "the training loss is high, and the lower rate has not helped"))
            : Optional.empty();
  }

  private boolean isTired(PandaView view) {
    return view.trial().past().nudges().stream()
            .filter(nudge -> nudge.epoch() == 0 && nudge.by().equals(name()))
            .count()
        >= most;
  }

  private static boolean nothing(PandaView view, int epochs) {
    Series loss = view.trainLoss();
    return loss.least(epochs) > Math.log(NOTHING * view.setting().chanceLoss())
        && !(loss.size() > epochs && loss.fellAlways(epochs));
  }

  private static boolean stuck(PandaView view) {
    int since = view.sinceChange();
    Series loss = view.trainLoss();
    return view.last(nudge -> !nudge.values().isEmpty()).filter(PandaView::isCut).isPresent()
        && since >= view.setting().epochs(view.setting().horizon())
        && loss.size() > since
        && loss.back(0) > Math.log(LITTLE * view.setting().chanceLoss())
        && loss.without(since).least(since) - loss.least(since) < -Math.log1p(-HELP);
  }

  private Advice anew(PandaView view, String why) {
    double rate = Thresholds.round(view.learningRate() * factor);
    return Advice.goBack(0, PandaView.RATE, rate, why + "; begins anew");
  }
}
