package dev.sturgeon.panda;

import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Nudge;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the loss jumps or is no longer finite, goes back to the last good checkpoint, and on from
 * there with a lower learning rate. What has begun anew for the same reason again and again is not
 * to be saved so.
 *
 * @param jump by what factor the training loss has to exceed its recent least, above 1
 * @param factor what the learning rate is multiplied by, between 0 and 1
 */
record Rollback(double jump, double factor) implements Rule {
  /** The recent past, in segments. */
  private static final int RECENT = 5;

  /** A jump is no jump where the loss is next to nothing: this share of what chance gives. */
  private static final double NEXT_TO_NOTHING = 0.02;

  /** So many deviations from the curve's own course are none of it. */
  private static final double OUTSIDE = 3;

  /** After so many returns to one checkpoint, that is not good either. */
  private static final int RETURNS = 2;

  /** After so many beginnings in a row there is no other. */
  private static final int BEGINNINGS = 5;

  Rollback {
    Thresholds.above(1, "jump", jump);
    Thresholds.share("factor", factor);
  }

  @Override
  public Optional<Advice> look(PandaView view) {
    if (view.isDiverged()) {
      return back(view, "training diverged: " + view.trial().message());
    }
    Series loss = view.trainLoss();
    int recent = view.setting().epochs(RECENT);
    if (loss.size() < 2 || !view.mayCut()) {
      return Optional.empty();
    }
    double before = loss.without(1).least(recent);
    boolean jumped =
        loss.back(0) - before > Math.max(Math.log(jump), OUTSIDE * loss.without(1).noise())
            && Math.exp(loss.back(0)) > NEXT_TO_NOTHING * view.setting().chanceLoss();
    return jumped ? back(view, sentence(loss.back(0), before)) : Optional.empty();
  }

  private static String sentence(double now, double before) {
    return String.format(
        Locale.ROOT, "the training loss jumped from %.3g to %.3g", Math.exp(before), Math.exp(now));
  }

  private Optional<Advice> back(PandaView view, String why) {
    int epoch = good(view);
    if (epoch == 0 && beginnings(view) >= BEGINNINGS) {
      return Optional.empty();
    }
    String where = epoch == 0 ? "; begins anew" : "; back to epoch " + epoch;
    return Optional.of(Advice.goBack(epoch, PandaView.RATE, view.rateTimes(factor), why + where));
  }

  /** How many times in a row this rule was the last to begin it anew. */
  private int beginnings(PandaView view) {
    List<Nudge> nudges = view.trial().past().nudges();
    int count = 0;
    for (int i = nudges.size() - 1; i >= 0 && isBeginning(nudges.get(i)); i--) {
      count++;
    }
    return count;
  }

  private boolean isBeginning(Nudge nudge) {
    return nudge.epoch() == 0 && nudge.by().equals(name());
  }

  /** The last checkpoint whose loss was not yet high, and that did not disappoint. */
  private int good(PandaView view) {
    List<CurvePoint> curve = view.trial().curve();
    double least =
        curve.stream().mapToDouble(point -> point.train().loss()).min().orElse(Double.NaN);
    return view.checkpoints().stream()
        .filter(epoch -> curve.get(epoch - 1).train().loss() <= Math.sqrt(jump) * least)
        .filter(epoch -> returns(view, epoch) < RETURNS)
        .reduce((earlier, later) -> later)
        .orElse(0);
  }

  private static long returns(PandaView view, int epoch) {
    return view.trial().past().nudges().stream()
        .filter(nudge -> nudge.epoch() == epoch && PandaView.isCut(nudge))
        .map(Nudge::epoch)
        .count();
  }
}
