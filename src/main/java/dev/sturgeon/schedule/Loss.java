package dev.sturgeon.schedule;

import dev.sturgeon.schedule.Scheduler.Halt;
import dev.sturgeon.schedule.Scheduler.Step;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Trial;
import java.util.Optional;

/**
 * A model that cannot train on: its training diverged, or failed. What it was before still lies in
 * its checkpoints, but only a person can say to which of them to go back.
 *
 * @param history its study
 * @param model as it is now
 */
record Loss(History history, Trial model) {

  /** To end for now, where something was trained that it could go back to or learn from. */
  Optional<Step> halt() {
    boolean trained =
        history.trials().stream()
            .anyMatch(trial -> trial.checkpoints() != null || !trial.past().saved().isEmpty());
    return Family.isBroken(model) && trained ? Optional.of(new Halt(sentence())) : Optional.empty();
  }

  private String sentence() {
    String way =
        model.past().saved().isEmpty()
            ? "`nudge DIR --rollback 0` begins anew"
            : "`nudge DIR --rollback EPOCH` goes back to a checkpoint";
    return "%s; %s, then the same command goes on".formatted(text(), way);
  }

  /** What has happened. */
  String text() {
    return "trial %s %s after epoch %d: %s"
        .formatted(model.id(), model.standing(), model.epoch(), model.message());
  }
}
