package dev.sturgeon.panda;

import java.util.Optional;

/**
 * Where a network has learned nothing after some segments, or stands still at a high training loss,
 * be it early or although the learning rate was cut, its first steps were too long and have ruined
 * it: begins anew with a lower learning rate. A plateau early on would cut the rate as well; to
 * begin anew costs little more then.
 *
 * @param patience for how many segments the training loss is at chance, 1 or more
 * @param factor what the learning rate is multiplied by, between 0 and 1
 * @param most how many times at most, 1 or more
 */
record Restart(double patience, double factor, double most) implements Rule {
  /** What a network that is worse than this share of chance's loss has learned is nothing. */
  private static final double NOTHING = 0.9;

  /** And worse than this share, little. */
  private static final double LITTLE = 0.1;

  /** The share of its budget in which to begin anew costs little. */
  private static final double EARLY = 0.2;

  /** What share of its last fall a loss falls again that does so steadily. */
  private static final double STEADY = 0.5;

  /** Share by which the training loss has to fall to stand still no more. */
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
        : isStuck(view, epochs)
            ? Optional.of(anew(view, "it stands still at a high training loss"))
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
    return loss.size() > Math.max(2, epochs)
        && loss.least(epochs + 1) > Math.log(NOTHING * view.setting().chanceLoss())
        && !isGettingThere(loss, epochs);
  }

  private static boolean isStuck(PandaView view, int epochs) {
    boolean early = view.epoch() <= EARLY * view.trial().maxEpochs();
    boolean cut =
        view.last(nudge -> !nudge.values().isEmpty()).filter(PandaView::isCut).isPresent();
    int since = early ? epochs : cut ? view.sinceChange() : Integer.MAX_VALUE;
    Series loss = view.trainLoss();
    return loss.size() > Math.max(2, since)
        && since >= epochs
        && !isGettingThere(loss, epochs)
        && loss.back(0) > Math.log(LITTLE * view.setting().chanceLoss())
        && loss.without(since).least(since) - loss.least(since) < -Math.log1p(-HELP);
  }

  /** Slowly, but in every epoch: its steps are too short, if anything. */
  private static boolean isGettingThere(Series loss, int epochs) {
    double last = loss.back(1) - loss.back(0);
    return loss.fellAlways(epochs) && last >= STEADY * (loss.back(2) - loss.back(1));
  }

  private Advice anew(PandaView view, String why) {
    return Advice.goBack(0, PandaView.RATE, view.rateTimes(factor), why + "; begins anew");
  }
}
