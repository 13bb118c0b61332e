package dev.sturgeon.panda;

import dev.sturgeon.space.Configuration;
import java.util.Locale;
import java.util.Optional;

/**
 * Adds dropout, or L2 where the network takes no dropout, where the gap between train and dev
 * grows: the training loss falls still, but the dev loss has been rising for some segments and the
 * metrics differ by more than the dev metric's standard error.
 *
 * @param patience for how many segments the dev loss has risen, 1 or more
 * @param dropout how much dropout is added, between 0 and 1
 * @param l2 the first L2 penalty, above 0; it is tripled from then on
 */
record Regularise(double patience, double dropout, double l2) implements Rule {
  private static final double MOST_DROPOUT = 0.6;
  private static final double MORE = 3;

  Regularise {
    Thresholds.segments("patience", patience);
    Thresholds.share("dropout", dropout);
    Thresholds.above(0, "l2", l2);
  }

  @Override
  public Optional<Advice> look(PandaView view) {
    int epochs = view.setting().epochs((int) patience);
    int horizon = view.setting().horizonEpochs();
    if (view.isDiverged() || view.epoch() <= epochs || view.sinceChange() < horizon) {
      return Optional.empty();
    }
    Series dev = view.devLoss();
    int since = dev.sinceLeast(0);
    double rise = -dev.fall(since);
    boolean rising = since >= epochs && rise > Math.max(PandaView.SLIGHTLY, 2 * dev.noise());
    boolean learning = view.trainLoss().fall(epochs) > 0;
    if (!rising || !learning || view.gap() <= view.devError()) {
      return Optional.empty();
    }
    String why =
        String.format(
            Locale.ROOT,
            "the gap grows: the dev loss has risen by %.2g %% in %d epochs, the training loss"
                + " falls",
            100 * Math.expm1(rise),
            since);
    return add(view.configuration(), why);
  }

  private Optional<Advice> add(Configuration now, String why) {
    if (now.has("dropout")) {
      double more = Math.min(MOST_DROPOUT, now.real("dropout") + dropout);
      return more > now.real("dropout")
          ? Optional.of(Advice.change("dropout", Thresholds.round(more), why))
          : Optional.empty();
    }
    if (!now.has("l2")) {
      return Optional.empty();
    }
    double before = now.real("l2");
    double more = before == 0 ? l2 : before * MORE;
    return Optional.of(Advice.change("l2", Thresholds.round(more), why));
  }
}
