package dev.sturgeon.train;

import dev.sturgeon.store.Sha256;
import dev.sturgeon.store.Storage;
import dev.sturgeon.trial.CheckpointRef;
import java.io.IOException;

/** The checkpoints of a study directory. Safe for use by several threads. */
public final class CheckpointStore {
  private final Storage storage;

  /** The checkpoints in this directory. */
  public CheckpointStore(Storage storage) {
    this.storage = storage;
  }

  /**
   * Writes a checkpoint under a name of its own: trial, epoch and the segment's token, so that a
   * segment that was issued again never touches what an earlier issue of it wrote.
   *
   * @param token the segment's
   * @throws IOException if it cannot be written
   */
  public CheckpointRef write(Checkpoint checkpoint, long token) throws IOException {
    int epoch = checkpoint.state().epoch();
    String name = "epoch-" + epoch + "-" + Long.toHexString(token) + ".ckpt";
    String path = "checkpoints/" + checkpoint.trial() + "/" + name;
    byte[] bytes = CheckpointCodec.encode(checkpoint);
    storage.write(path, bytes);
    return new CheckpointRef(path, Sha256.hex(bytes), epoch);
  }

  /**
   * Reads a checkpoint.
   *
   * @throws IOException if it cannot be read, or is not the one that was written
   */
  public Checkpoint read(CheckpointRef ref) throws IOException {
    byte[] bytes = storage.read(ref.path());
    String where = storage.location() + "/" + ref.path();
    String found = Sha256.hex(bytes);
    if (!found.equals(ref.sha256())) {
      throw new DamagedCheckpointException(
          "%s is damaged: its SHA-256 is %s, not %s".formatted(where, found, ref.sha256()));
    }
    try {
      return CheckpointCodec.decode(bytes);
    } catch (IOException e) {
      throw new IOException(where + ": " + e.getMessage(), e);
    }
  }
}
