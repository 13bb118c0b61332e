package dev.sturgeon.panda;

import java.util.Locale;
import java.util.Optional;

/**
 * Lowers the learning rate where nothing gets measurably better any more: neither the training
 * loss, nor the dev loss, nor the dev metric by more than its standard error.
 *
 * @param patience over how many segments, 1 or more
 * @param gain share by which a loss has to fall in a segment to count as better, between 0 and 1
 * @param factor what the learning rate is multiplied by, between 0 and 1
 */
record Plateau(double patience, double gain, double factor) implements Rule {

  Plateau {
    Thresholds.segments("patience", patience);
    Thresholds.share("gain", gain);
    Thresholds.share("factor", factor);
  }

  @Override
  public Optional<Advice> look(PandaView view) {
    int epochs = view.setting().epochs((int) patience);
    boolean early = view.sinceChange() < epochs || view.epoch() <= epochs;
    if (view.isDiverged() || early || !view.mayCut() || isBetter(view, epochs)) {
      return Optional.empty();
    }
    String why =
        String.format(
            Locale.ROOT,
            "no loss has fallen by %.3g %% in a segment over %d, nor has dev %s gained more than"
                + " its standard error of %.2g",
            100 * gain,
            (int) patience,
            view.setting().objective().metric().label(),
            view.devError());
    return Optional.of(Advice.change(PandaView.RATE, view.rateTimes(factor), why));
  }

  private boolean isBetter(PandaView view, int epochs) {
    double wanted = -patience * Math.log1p(-gain);
    return view.trainLoss().fall(epochs) > wanted
        || view.devLoss().fall(epochs) > wanted
        || view.devGain(epochs) > view.devError();
  }
}
