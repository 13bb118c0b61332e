package dev.sturgeon.journal;

import java.io.IOException;

/** Thrown when a journal is damaged or was written by a later version; says where and what. */
public final class UnreadableJournalException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableJournalException(String message) {
    super(message);
  }
}
