package dev.sturgeon.panda;

import java.util.Optional;

/**
 * Stops where nothing helps any more: no gain on the dev part for long, although something was
 * changed in the meantime.
 *
 * @param patience for how many segments there was no gain, 1 or more
 */
record GiveUp(double patience) implements Rule {

  GiveUp {
    Thresholds.segments("patience", patience);
  }

  @Override
  public Optional<Advice> look(PandaView view) {
    int horizon = view.setting().horizonEpochs();
    boolean tried =
        view.last(nudge -> nudge.epoch() >= view.epoch() - view.sinceGain()).isPresent();
    boolean waited = view.sinceChange() >= horizon;
    return !view.isDiverged()
            && tried
            && waited
            && view.sinceGain() >= view.setting().epochs((int) patience)
        ? Optional.of(
            new Advice.Stop(
                "nothing helps any more: no gain on the dev part for %d epochs"
                    .formatted(view.sinceGain())))
        : Optional.empty();
  }
}
