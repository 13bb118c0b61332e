package dev.sturgeon.schedule;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import java.util.Optional;

/**
 * Decides which trial trains next and up to which epoch. Pure: what it says follows from the trials
 * it was told of and from what it is asked. Belongs to one thread.
 *
 * <p>Only {@link #update} changes what a scheduler knows. Being told each trial's present state
 * once is as good as having been told of every change, in whatever order: so a scheduler is made
 * anew from a history, after a crash and for a replay.
 */
public interface Scheduler {

  /**
   * The next piece of work, or nothing until a trial changes, or for ever. The caller carries it
   * out, and tells of it by {@link #update}, before it asks again.
   *
   * @param history all trials so far, the last decisions included
   * @param slots how many segments can be out at once, those that are out included
   */
  Optional<Step> next(History history, int slots);

  /**
   * Tells that a trial has changed: it was born, a segment of it went out or came back, or it is
   * over. The trial is given as it is now.
   */
  void update(Trial trial);

  /**
   * Where a paused trial stands by this scheduler's rules, in a sentence; empty where there is no
   * more to say.
   *
   * @param slots as for {@link #next}
   */
  default String standing(Trial trial, int slots) {
    return "";
  }

  /**
   * Why an order cannot be obeyed, with what would be right; empty where it can. Most schedulers
   * search, and obey none.
   *
   * @param history all trials so far
   */
  default Optional<String> objection(History history, Order order) {
    return Optional.of("this study is a search; only a panda takes orders while it trains");
  }

  /** Whether any checkpoint of a trial may still be asked for; else only the last ones are kept. */
  default boolean keepsCheckpoints() {
    return false;
  }

  /**
   * Where a segment that was lost is to end when it is issued again; where it began if it is not to
   * be, for an order comes first: its trial then stands where it stood.
   *
   * @param history all trials so far, with what people have asked for since
   */
  default int endAgain(History history, Segment lost) {
    return lost.toEpoch();
  }

  /** A decision. */
  sealed interface Step
      permits Start, Again, Branch, Continue, Change, Drop, Complete, Hold, Halt {}

  /**
   * Begin a new trial.
   *
   * @param configuration its hyperparameters
   * @param seed its seed
   * @param maxEpochs its whole budget
   * @param toEpoch end of its first segment
   * @param origin where the configuration comes from, in a few words
   * @param reasons what was decided on the way to this trial, each in a sentence: why the search
   *     now looks elsewhere; mostly none
   */
  record Start(
      Configuration configuration,
      long seed,
      int maxEpochs,
      int toEpoch,
      String origin,
      List<String> reasons)
      implements Step {
    public Start {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Begin a new trial that trains the configuration of another one again, from the start.
   *
   * @param of the other one
   * @param role why
   * @param seed the new trial's own
   * @param toEpoch end of its first segment
   * @param origin whose configuration it is and why, in a few words
   */
  record Again(TrialId of, Role role, long seed, int toEpoch, String origin) implements Step {}

  /**
   * Go on with a paused trial.
   *
   * @param why the rule by which it does, in a sentence; empty where it merely goes on as planned
   */
  record Continue(TrialId trial, int toEpoch, String why) implements Step {}

  /**
   * Begin a new trial that goes on from a checkpoint of another one.
   *
   * @param parent the other one, be it over or not
   * @param epoch the checkpoint's epoch; 0 to begin anew
   * @param role why the new trial exists
   * @param nudge what is different in it; its epoch is this one's
   * @param toEpoch end of its first segment
   */
  record Branch(TrialId parent, int epoch, Role role, Nudge nudge, int toEpoch) implements Step {}

  /** Change some hyperparameters of a paused trial. */
  record Change(TrialId trial, Nudge nudge) implements Step {}

  /**
   * End a paused trial, which further training would not help; its network counts.
   *
   * @param why the rule, in a sentence
   */
  record Complete(TrialId trial, String why) implements Step {}

  /**
   * Do nothing until an order comes, although there is more to do.
   *
   * @param why the order that holds it, in a sentence
   */
  record Hold(String why) implements Step {}

  /**
   * End for now: only an order can help, and the same study then goes on.
   *
   * @param why what has happened, and which order would help, in a sentence
   */
  record Halt(String why) implements Step {}

  /**
   * Give a paused trial up: it gets no further segment.
   *
   * @param why the rule by which it is given up, in a sentence
   */
  record Drop(TrialId trial, String why) implements Step {}
}
