package dev.sturgeon.study;

import dev.sturgeon.trial.CheckpointRef;

/**
 * Removes checkpoints that nobody will need. Told only after the event that made them useless is on
 * disk.
 */
public interface CheckpointJanitor {

  /**
   * Removes a checkpoint's file. Must not throw where that cannot be done: a file too many does not
   * stop a study.
   */
  void discard(CheckpointRef checkpoint);
}
