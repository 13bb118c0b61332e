package dev.sturgeon.api;

/** What is wanted of a study. */
enum Aim {
  /** To search, and to confirm what was found. */
  SEARCH,
  /** To confirm what an earlier search found, if that is not done yet. */
  CONFIRM,
  /** To confirm it, be it done or not. */
  CONFIRM_AGAIN
}
