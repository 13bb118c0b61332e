package dev.sturgeon.panda;

import dev.sturgeon.space.Configuration;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes dropout or L2 away where the training error itself is high: the training loss falls no
 * more, a lower learning rate has not helped, and train and dev do not differ by more than the dev
 * metric's standard error.
 *
 * @param patience over how many segments the training loss has not fallen, 1 or more
 * @param gain share by which it has to fall in a segment to count, between 0 and 1
 */
record Relax(double patience, double gain) implements Rule {
  /** Less L2 than this is none. */
  private static final double LEAST_L2 = 1e-6;

  private static final double LESS = 3;

  Relax {
    Thresholds.segments("patience", patience);
    Thresholds.share("gain", gain);
  }

  @Override
  public Optional<Advice> look(PandaView view) {
    int epochs = view.setting().epochs((int) patience);
    int horizon = view.setting().horizonEpochs();
    boolean early = view.epoch() <= epochs || view.sinceChange() < Math.max(epochs, horizon);
    if (view.isDiverged() || early || view.last(PandaView::isCut).isEmpty()) {
      return Optional.empty();
    }
    boolean falls = view.trainLoss().fall(epochs) > -patience * Math.log1p(-gain);
    return falls || view.gap() > view.devError()
        ? Optional.empty()
        : less(
            view.configuration(),
            String.format(
                Locale.ROOT,
                "the training error itself is high: its loss stays at %.3g, and dev is not worse",
                Math.exp(view.trainLoss().back(0))));
  }

  private static Optional<Advice> less(Configuration now, String why) {
    if (now.has("dropout") && now.real("dropout") > 0) {
      double less = Math.max(0, now.real("dropout") - 0.1);
      return Optional.of(Advice.change("dropout", Thresholds.round(less), why));
    }
    if (now.has("l2") && now.real("l2") > 0) {
      double less = now.real("l2") / LESS;
      return Optional.of(Advice.change("l2", less < LEAST_L2 ? 0 : Thresholds.round(less), why));
    }
    return Optional.empty();
  }
}
