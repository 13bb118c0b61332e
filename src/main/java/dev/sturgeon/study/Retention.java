package dev.sturgeon.study;

import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which checkpoints stay: of a live trial the last, the one before it and its best, of a stopped
 * one the last and its best, since it may be taken up again, of the leader and of a run that
 * confirms a found configuration its best; of any other trial none. Or all, where the scheduler may
 * go back to any.
 */
final class Retention {
  private final CheckpointJanitor janitor;
  private final boolean all;
  private final Map<TrialId, Set<CheckpointRef>> onDisk = new HashMap<>();
  private Optional<TrialId> leader;

  /** Begins with what the history says is there; discards none where all are to be kept. */
  Retention(CheckpointJanitor janitor, History history, boolean all) {
    this.janitor = janitor;
    this.all = all;
    this.leader = history.best().map(Trial::id);
    history.all().forEach(this::note);
  }

  /** Discards what is of no use any more now that this trial has changed. */
  void settle(Trial changed, History history) {
    note(changed);
    Optional<TrialId> former = leader;
    leader = history.best().map(Trial::id);
    sweep(changed);
    former.filter(id -> !leader.equals(former)).map(history::get).ifPresent(this::sweep);
  }

  private void note(Trial trial) {
    Checkpoints now = trial.checkpoints();
    if (now != null) {
      Set<CheckpointRef> known = onDisk.computeIfAbsent(trial.id(), id -> new HashSet<>());
      known.add(now.latest());
      known.add(now.best());
      if (now.previous() != null) {
        known.add(now.previous());
      }
    }
  }

  private void sweep(Trial trial) {
    if (all) {
      return;
    }
    Set<CheckpointRef> known = onDisk.getOrDefault(trial.id(), Set.of());
    Set<CheckpointRef> kept = kept(trial);
    known.stream()
        .filter(checkpoint -> !kept.contains(checkpoint))
        .sorted(Comparator.comparing(CheckpointRef::path))
        .forEach(janitor::discard);
    onDisk.put(trial.id(), kept);
  }

  private Set<CheckpointRef> kept(Trial trial) {
    Set<CheckpointRef> kept = new HashSet<>();
    Checkpoints now = trial.checkpoints();
    if (now == null) {
      return kept;
    }
    boolean stopped = trial.status() == Trial.Status.STOPPED;
    if (!trial.status().isOver() || stopped) {
      kept.add(now.latest());
      if (!stopped && now.previous() != null) {
        kept.add(now.previous());
      }
      kept.add(now.best());
    } else if (leader.filter(trial.id()::equals).isPresent() || trial.id().isRepeat()) {
      kept.add(now.best());
    }
    return kept;
  }
}
