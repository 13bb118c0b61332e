package dev.sturgeon.study;

/** A panda's model is lost, and only a person's order can go on with it: the study ends for now. */
public final class LostModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what has happened, and what would help. */
  LostModelException(String why) {
    super(why);
  }
}
