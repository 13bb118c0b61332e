package dev.sturgeon.panda;

import dev.sturgeon.trial.CurvePoint;
import java.util.List;
import java.util.Optional;

/**
 * Where a network has learned nothing after some segments, where its training loss is soon higher
 * than after the first epoch, or stands still high up while hardly any gradient reaches the first
 * layer, its steps were too long and have ruined it: begins anew with a lower learning rate.
 *
 * <p>A high loss that stands still says nothing by itself: where classes overlap, the best network
 * there is has one. Where units are dead, no gradient comes through them.
 *
 * @param patience for how many segments that has been so, 1 or more
 * @param factor what the learning rate is multiplied by, between 0 and 1
 * @param most how many times at most, 1 or more
 */
record Restart(double patience, double factor, double most) implements Rule {
  /**
   * What a network that is worse than this share of chance's loss has learned is nothing. On hard
   * problems, such as who will click, the best gain little more.
   */
  private static final double NOTHING = 0.98;

  /** And worse than this share, little. */
  private static final double LITTLE = 0.1;

  /** The share of its budget in which a loss that rises costs little to begin anew. */
  private static final double EARLY = 0.2;

  /** What share of its last fall a loss falls again that does so steadily. */
  private static final double STEADY = 0.5;

  /** Share by which the training loss has to fall to stand still no more, or to rise. */
  private static final double MOVE = 0.1;

  /** In so many epochs in a row: once may be a mini-batch that was all right already. */
  private static final int DEAD = 2;

  Restart {
    Thresholds.segments("patience", patience);
    Thresholds.share("factor", factor);
    Thresholds.segments("most", most);
  }

  @Override
  public Optional<Advice> look(PandaView view) {
    int epochs = view.setting().epochs((int) patience);
    boolean early = view.trial().curve().size() <= Math.max(2, epochs);
    boolean fresh = view.sinceChange() < epochs || !view.mayCut();
    return view.isDiverged() || early || fresh || isTired(view)
        ? Optional.empty()
        : ruined(view, epochs).map(why -> anew(view, why));
  }

  private boolean isTired(PandaView view) {
    return view.trial().past().nudges().stream()
            .filter(nudge -> nudge.epoch() == 0 && nudge.by().equals(name()))
            .count()
        >= most;
  }

  /** What shows that it is; empty where nothing does. */
  private static Optional<String> ruined(PandaView view, int epochs) {
    Series loss = view.trainLoss();
    double chance = Math.log(view.setting().chanceLoss());
    if (isGettingThere(loss, epochs) || loss.back(0) <= chance + Math.log(LITTLE)) {
      return Optional.empty();
    }
    if (loss.least(epochs + 1) > chance + Math.log(NOTHING)) {
      return Optional.of("it has learned nothing: the training loss is that of chance");
    }
    boolean early = view.epoch() <= Math.max(epochs + 1, EARLY * view.trial().maxEpochs());
    if (early && hasRisen(loss, epochs)) {
      return Optional.of("the training loss is higher than after the first epoch");
    }
    return standsStill(loss, epochs) && hasDeadUnits(view, epochs)
        ? Optional.of(
            "it stands still at a high training loss, and hardly any gradient reaches its first"
                + " layer")
        : Optional.empty();
  }

  /** Slowly, but in every epoch: its steps are too short, if anything. */
  private static boolean isGettingThere(Series loss, int epochs) {
    double last = loss.back(1) - loss.back(0);
    return loss.fellAlways(epochs) && last >= STEADY * (loss.back(2) - loss.back(1));
  }

  private static boolean hasRisen(Series loss, int epochs) {
    return loss.least(epochs) - loss.back(loss.size() - 1) > Math.log1p(MOVE);
  }

  private static boolean standsStill(Series loss, int epochs) {
    return loss.without(epochs).least(epochs) - loss.least(epochs) < -Math.log1p(-MOVE);
  }

  private static boolean hasDeadUnits(PandaView view, int epochs) {
    List<CurvePoint> curve = view.trial().curve();
    return curve.subList(curve.size() - Math.max(DEAD, epochs), curve.size()).stream()
        .allMatch(CurvePoint::gradientVanishes);
  }

  private Advice anew(PandaView view, String why) {
    return Advice.goBack(0, PandaView.RATE, view.rateTimes(factor), why + "; begins anew");
  }
}
