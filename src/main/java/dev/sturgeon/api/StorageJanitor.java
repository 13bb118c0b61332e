package dev.sturgeon.api;

import dev.sturgeon.store.Storage;
import dev.sturgeon.study.CheckpointJanitor;
import dev.sturgeon.trial.CheckpointRef;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes checkpoints from the study directory. */
record StorageJanitor(Storage storage) implements CheckpointJanitor {
  private static final Logger LOG = LoggerFactory.getLogger(StorageJanitor.class);

  @Override
  public void discard(CheckpointRef checkpoint) {
    try {
      storage.delete(checkpoint.path());
    } catch (IOException e) {
      LOG.warn("could not delete checkpoint {}: {}", checkpoint.path(), e.toString());
    }
  }
}
