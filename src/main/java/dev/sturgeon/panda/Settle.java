package dev.sturgeon.panda;

import dev.sturgeon.trial.CurvePoint;
import java.util.List;
import java.util.Optional;

/**
 * Lowers the learning rate for the end, once: where little is left of the budget and the dev loss
 * falls by no more than its noise, long steps only throw the network about its minimum, and it is
 * luck where the last one leaves it. That is what a learning rate decays for (Ng, Improving Deep
 * Neural Networks, week 2); one that has decayed already is left alone.
 *
 * @param share what share of the budget is the end, between 0 and 1; the last look before it where
 *     segments are longer
 * @param factor what the learning rate is multiplied by, between 0 and 1
 */
record Settle(double share, double factor) implements Rule {
  /** Over so many epochs the dev loss has to fall; over a segment if that is longer. */
  private static final int RECENT = 3;

  /** A learning rate that has decayed to less than this share is low already. */
  private static final double DECAYED = 0.5;

  Settle {
    Thresholds.share("share", share);
    Thresholds.share("factor", factor);
  }

  @Override
  public Optional<Advice> look(PandaView view) {
    int horizon = view.setting().horizonEpochs();
    boolean fresh = view.sinceChange() < Math.min(horizon, view.epoch());
    if (view.isDiverged() || fresh || !isDue(view) || falls(view) || hasDecayed(view)) {
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

  private boolean isDue(PandaView view) {
    int most = view.trial().maxEpochs();
    double end = (1 - share) * most;
    boolean lastLook = view.epoch() + view.setting().segmentEpochs() >= most;
    return (view.epoch() >= end || lastLook)
        && view.last(nudge -> nudge.by().equals(name()) && nudge.epoch() >= end).isEmpty();
  }

  private static boolean falls(PandaView view) {
    Series dev = view.devLoss();
    int recent = Math.min(Math.max(RECENT, view.setting().segmentEpochs()), dev.size() - 1);
    return !dev.hasNoise() || dev.fall(recent) > dev.noise();
  }

  private static boolean hasDecayed(PandaView view) {
    List<CurvePoint> curve = view.trial().curve();
    return curve.get(curve.size() - 1).learningRate() < DECAYED * view.learningRate();
  }
}
