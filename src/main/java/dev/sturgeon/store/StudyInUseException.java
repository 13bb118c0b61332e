package dev.sturgeon.store;

import java.io.IOException;

/** Thrown when another driver has a study; says which one and since when. */
public final class StudyInUseException extends IOException {
  private static final long serialVersionUID = 1L;

  StudyInUseException(String message) {
    super(message);
  }
}
