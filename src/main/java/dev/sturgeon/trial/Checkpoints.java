package dev.sturgeon.trial;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a trial has on disk after a segment.
 *
 * @param latest the state to go on from
 * @param best the state the trial would save: its best epoch under early stopping, else the latest
 * @param previous the state from which the segment's configuration led to the latest, to go on from
 *     should the latest be damaged; null where there is none
 */
public record Checkpoints(
    CheckpointRef latest, CheckpointRef best, @Nullable CheckpointRef previous)
    implements Serializable {

  /** Those of a first segment. */
  public Checkpoints(CheckpointRef latest, CheckpointRef best) {
    this(latest, best, null);
  }

  /** To go on from with another configuration, which did not lead here. */
  Checkpoints withoutPrevious() {
    return new Checkpoints(latest, best);
  }
}
