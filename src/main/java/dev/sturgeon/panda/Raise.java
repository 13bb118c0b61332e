package dev.sturgeon.panda;

import dev.sturgeon.trial.Nudge;
import java.util.Locale;
import java.util.Optional;

/**
 * Raises the learning rate, step by step, while progress is steady: the losses fall in every
 * segment, and the training loss by nearly as much as in the one before. There is another step only
 * if the loss then falls by more; one after which it falls by much less is undone, and after that
 * or any other cut there is none.
 *
 * @param steady what share of its last fall the training loss has to fall again, between 0 and 1
 * @param factor what the learning rate is multiplied by, above 1
 */
record Raise(double steady, double factor) implements Rule {
  /** A loss that halves in a segment falls fast enough. */
  private static final double FAST = Math.log(2);

  /** By what the loss has to fall more after a raise for another one. */
  private static final double HELP = 1.1;

  Raise {
    Thresholds.share("steady", steady);
    Thresholds.above(1, "factor", factor);
  }

  @Override
  public Optional<Advice> look(PandaView view) {
    int segment = view.setting().segmentEpochs();
    if (view.isDiverged() || view.segments() < 2 || view.sinceChange() < segment) {
      return Optional.empty();
    }
    Optional<Nudge> raise =
        view.last(nudge -> nudge.factor(PandaView.RATE) != 1)
            .filter(nudge -> nudge.factor(PandaView.RATE) > 1 && nudge.order() == 0);
    if (raise.filter(it -> isDue(view, it) && hasFailed(view, it)).isPresent()) {
      return Optional.of(undo(view, raise.get()));
    }
    double before = fall(view, view.epoch() - segment);
    double now = fall(view, view.epoch());
    boolean falls = now > 0 && view.devLoss().fall(segment) > 0;
    boolean helped = raise.isEmpty() || hasHelped(view, raise.get());
    return falls && now >= steady * before && now < FAST && helped && mayRaise(view)
        ? Optional.of(raise(view, now))
        : Optional.empty();
  }

  /** Whether this is the first look after a segment's epochs: one may have been cut short. */
  private static boolean isDue(PandaView view, Nudge raise) {
    int after = after(view, raise);
    return view.epoch() >= after && view.checkpoints().stream().allMatch(look -> look < after);
  }

  private static int after(PandaView view, Nudge raise) {
    return raise.epoch() + view.setting().segmentEpochs();
  }

  private boolean hasFailed(PandaView view, Nudge raise) {
    return fall(view, after(view, raise)) < Math.min(steady * fall(view, raise.epoch()), FAST);
  }

  private static boolean hasHelped(PandaView view, Nudge raise) {
    int after = after(view, raise);
    return view.epoch() >= after
        && raise.epoch() >= view.setting().segmentEpochs()
        && fall(view, after) >= Math.min(HELP * fall(view, raise.epoch()), FAST);
  }

  /** Not once it was too high already, and not where the network has learned all there is. */
  private static boolean mayRaise(PandaView view) {
    boolean cut = view.last(PandaView::isCut).isPresent();
    double lack =
        view.setting().objective().metric().isMaximised()
            ? 1 - view.trainMetric().back(0)
            : Double.POSITIVE_INFINITY;
    return !cut && lack > view.devError();
  }

  /** By how much the training loss fell in the segment up to an epoch; at first from chance. */
  private static double fall(PandaView view, int epoch) {
    Series loss = view.trainLoss();
    int from = epoch - view.setting().segmentEpochs();
    double before =
        from <= 0 ? Math.log(view.setting().chanceLoss()) : loss.back(loss.size() - from);
    return before - loss.back(loss.size() - epoch);
  }

  private Advice raise(PandaView view, double fall) {
    return Advice.change(
        PandaView.RATE,
        view.rateTimes(factor),
        String.format(
            Locale.ROOT,
            "steady progress: the training loss fell by %.2g %% again, the dev loss fell too",
            -100 * Math.expm1(-fall)));
  }

  private static Advice undo(PandaView view, Nudge raise) {
    double before = fall(view, raise.epoch());
    double now = fall(view, after(view, raise));
    double rate = view.rateTimes(1 / raise.factor(PandaView.RATE));
    String why =
        String.format(
            Locale.ROOT,
            "the higher rate did not help: the training loss changed by %.2g %% after %.2g %%",
            100 * Math.expm1(-now),
            100 * Math.expm1(-before));
    return now > 0
        ? Advice.change(PandaView.RATE, rate, why)
        : Advice.goBack(
            raise.epoch(), PandaView.RATE, rate, why + "; back to epoch " + raise.epoch());
  }
}
