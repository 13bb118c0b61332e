package dev.sturgeon.trial;

/** Why a trial exists. */
public enum Role {
  /** It looks for a better configuration. */
  SEARCH,
  /** It trains a found configuration again with a fresh seed. */
  CONFIRM,
  /** It trains an old configuration on today's data. */
  RETEST,
  /** It tries one of several ways on from the same checkpoint. */
  BRANCH,
  /** It is there to be compared with. */
  BASELINE;

  /** Whether such a trial's network may be the one that is looked for. */
  public boolean competes() {
    return this == SEARCH || this == BRANCH;
  }
}
