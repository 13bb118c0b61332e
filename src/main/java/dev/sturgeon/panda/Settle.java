package dev.sturgeon.panda;

import java.util.Optional;

/**
 * Lowers the learning rate for the end, once: where little is left of the budget and the dev loss
 * falls by no more than its noise, long steps only throw the network about its minimum, and it is
 * luck where the last one leaves it. That is what a learning rate decays for (Ng, Improving Deep
 * Neural Networks, week 2).
 *
 * @param share what share of the budget is the end, between 0 and 1
 * @param factor what the learning rate is multiplied by, between 0 and 1
 */
record Settle(double share, double factor) implements Rule {

  Settle {
    Thresholds.share("share", share);
    Thresholds.share("factor", factor);
  }

  @Override
  public Optional<Advice> look(PandaView view) {
    double end = (1 - share) * view.trial().maxEpochs();
    boolean settled =
        view.last(nudge -> nudge.by().equals(name()) && nudge.epoch() >= end).isPresent();
    if (view.isDiverged() || view.epoch() < end || settled || !view.mayCut() || falls(view)) {
      return Optional.empty();
    }
    int left = view.trial().maxEpochs() - view.epoch();
    return Optional.of(
        Advice.change(
            PandaView.RATE,
            view.rateTimes(factor),
            "%d of %d epochs are left, and the dev loss falls by no more than its noise"
                .formatted(left, view.trial().maxEpochs())));
  }

  private static boolean falls(PandaView view) {
    Series dev = view.devLoss();
    int epochs = view.setting().epochs(view.setting().horizon());
    return dev.size() <= epochs || !dev.hasNoise() || dev.fall(epochs) > dev.noise();
  }
}
