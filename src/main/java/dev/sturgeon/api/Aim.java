package dev.sturgeon.api;

/** What is wanted of a study. */
enum Aim {
  /** To search, and to confirm what was found. */
  SEARCH,
  /** To search as one of several that are compared: without baselines of its own. */
  CONTEND,
  /** To use the test part, once, on the best network of one that has contended. */
  MEASURE,
  /** To confirm what an earlier search found, if that is not done yet. */
  CONFIRM,
  /** To confirm it, be it done or not. */
  CONFIRM_AGAIN;

  /** Whether something is searched. */
  boolean searches() {
    return this == SEARCH || this == CONTEND;
  }

  /** Whether it is one of several that are compared on the same data. */
  boolean isContest() {
    return this == CONTEND || this == MEASURE;
  }
}
