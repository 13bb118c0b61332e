package dev.sturgeon.cli;

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

  /** The search ended without one trained network. */
  static final int NOTHING_TRAINED = 4;

  /** Files could not be read or written, or the cluster failed. */
  static final int TROUBLE = 5;

  /** Somebody asked to stop; the same command goes on. */
  static final int STOPPED = 130;

  private ExitCode() {}
}
