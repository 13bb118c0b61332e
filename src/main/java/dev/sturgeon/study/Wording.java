package dev.sturgeon.study;

import dev.sturgeon.journal.Event;
import dev.sturgeon.schedule.Scheduler;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Decisions in words, the same for what a journal says and for what a scheduler says now. */
final class Wording {

  private Wording() {}

  static String begin(Event.TrialStarted started) {
    TrialId parent = started.parent();
    return parent == null
        ? begin(started.configuration(), started.seed())
        : branch(parent, started.fromEpoch());
  }

  private static String begin(Configuration configuration, long seed) {
    return "begin a trial of " + configuration + " with seed " + seed;
  }

  private static String branch(TrialId parent, int epoch) {
    return "branch a trial off trial %s at epoch %d".formatted(parent, epoch);
  }

  static String goOn(TrialId trial, int toEpoch, String why) {
    return "train trial %s to epoch %d%s"
        .formatted(trial, toEpoch, why.isEmpty() ? "" : " (" + why + ")");
  }

  static String nudge(TrialId trial, Nudge nudge) {
    return "nudge trial %s (%s)".formatted(trial, nudge.text());
  }

  static String drop(TrialId trial, String why) {
    return "drop trial %s (%s)".formatted(trial, why);
  }

  static String complete(TrialId trial, String why) {
    return "end trial %s (%s)".formatted(trial, why);
  }

  static String confirm(List<TrialId> candidates) {
    return "confirm trials " + candidates;
  }

  static String judge(Event.ConfirmationEnded ended) {
    return ended.winner() == null
        ? "confirm none"
        : "trial %s wins, and run %s is kept".formatted(ended.winner(), ended.saved());
  }

  static String judge(Event.RetestEnded ended) {
    return "re-test: " + ended.outcome() + (ended.degraded() ? ", the winner is degraded" : "");
  }

  static String text(Optional<Scheduler.Step> step, Supplier<History> history) {
    if (step.isEmpty()
        || step.get() instanceof Scheduler.Hold
        || step.get() instanceof Scheduler.Halt) {
      return "wait";
    }
    if (step.get() instanceof Scheduler.Again again) {
      return begin(history.get().get(again.of()).configuration(), again.seed());
    }
    if (step.get() instanceof Scheduler.Continue on) {
      return goOn(on.trial(), on.toEpoch(), on.why());
    }
    if (step.get() instanceof Scheduler.Drop given) {
      return drop(given.trial(), given.why());
    }
    if (step.get() instanceof Scheduler.Change change) {
      return nudge(change.trial(), change.nudge());
    }
    if (step.get() instanceof Scheduler.Complete ended) {
      return complete(ended.trial(), ended.why());
    }
    if (step.get() instanceof Scheduler.Branch branch) {
      return branch(branch.parent(), branch.epoch());
    }
    Scheduler.Start start = (Scheduler.Start) step.get();
    return begin(start.configuration(), start.seed());
  }
}
