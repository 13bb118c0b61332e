package dev.sturgeon.cli;

import dev.sturgeon.trial.Retested.Outcome;

/** What Sturgeon's exit codes mean; the README lists them. */
final class ExitCode {
  /** All went well, or the study was finished before. */
  static final int OK = 0;

  /** A bug of Sturgeon's. */
  static final int BUG = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** The configuration, the data or a model was refused, or a gradient is wrong. */
  static final int REFUSED = 3;

  /** The search ended without one trained network, or a panda's model is lost. */
  static final int NOTHING_TRAINED = 4;

  /** Files could not be read or written, or the cluster failed. */
  static final int TROUBLE = 5;

  /** A re-test cannot tell. */
  static final int UNDECIDED = 10;

  /** A re-test advises a new search. */
  static final int RE_TUNE = 11;

  /** A re-test finds the winner worse than it was, and nothing better. */
  static final int DEGRADED = 12;

  /** Somebody asked to stop; the same command goes on. */
  static final int STOPPED = 130;

  private ExitCode() {}

  /**
   * That of a re-test.
   *
   * @param trained whether any network was trained: none at all is also a winner that is degraded
   */
  static int of(Outcome outcome, boolean trained) {
    return switch (outcome) {
      case HOLDS -> trained ? OK : NOTHING_TRAINED;
      case UNDECIDED -> trained ? UNDECIDED : NOTHING_TRAINED;
      case RE_TUNE -> RE_TUNE;
      case DEGRADED -> DEGRADED;
    };
  }
}
