package dev.sturgeon.schedule;

import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Trial.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The trials of a panda and who comes from whom. A child that searches has taken its parent's
 * place, from an earlier checkpoint; a branch has where its parent has lost to it.
 *
 * @param history at least one trial
 */
record Family(History history) {

  /** The trial that is the model now. */
  Trial current() {
    Trial current = history.trials().get(0);
    for (Optional<Trial> next = successor(current); next.isPresent(); next = successor(current)) {
      current = next.get();
    }
    return current;
  }

  private Optional<Trial> successor(Trial trial) {
    Optional<Trial> instead = children(trial, Role.SEARCH).stream().reduce((a, b) -> b);
    if (instead.isPresent()) {
      return instead;
    }
    return isLost(trial) ? winner(trial) : Optional.empty();
  }

  /** Of the branches of a trial that has lost, the one that has taken its place. */
  private Optional<Trial> winner(Trial loser) {
    boolean dropped = loser.status() == Status.DROPPED;
    List<Trial> left =
        children(loser, Role.BRANCH).stream()
            .filter(b -> hasChildren(b) || (dropped ? b.status() != Status.DROPPED : !isLost(b)))
            .toList();
    // A trial is given up only for a branch that trained further than those which diverged.
    return dropped || left.size() == 1
        ? left.stream().max(Comparator.comparingInt(Trial::epoch))
        : Optional.empty();
  }

  private boolean hasChildren(Trial trial) {
    return history.trials().stream().anyMatch(child -> trial.id().equals(child.parent()));
  }

  /** The trials that branched off from one, in the order of their birth. */
  List<Trial> children(Trial parent, Role role) {
    return history.trials().stream()
        .filter(trial -> parent.id().equals(trial.parent()) && trial.role() == role)
        .toList();
  }

  /** Whether it has ended in nothing, or was given up. */
  static boolean isLost(Trial trial) {
    return trial.status() == Status.DROPPED || isBroken(trial);
  }

  /** Whether it has ended in nothing. */
  static boolean isBroken(Trial trial) {
    return trial.status() == Status.DIVERGED || trial.status() == Status.FAILED;
  }
}
