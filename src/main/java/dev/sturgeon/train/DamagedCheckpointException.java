package dev.sturgeon.train;

import java.io.IOException;

/** Thrown when a file was read and is not the checkpoint that was written; says which. */
public final class DamagedCheckpointException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedCheckpointException(String message) {
    super(message);
  }
}
