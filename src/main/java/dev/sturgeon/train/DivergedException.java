package dev.sturgeon.train;

/** Thrown when a training step's loss or a parameter becomes infinite or undefined. */
public final class DivergedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what became non-finite. */
  public DivergedException(String message) {
    super(message);
  }
}
