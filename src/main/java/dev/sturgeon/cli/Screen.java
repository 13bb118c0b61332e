package dev.sturgeon.cli;

import java.io.PrintStream;
import java.util.List;

/** Where progress is shown. Belongs to one thread. */
interface Screen {

  /** Shows the state of things; may replace what was shown before, or be left out. */
  void show(List<String> lines);

  /** Says something that stays. */
  void say(String line);

  /** Takes away what would be replaced. */
  void clear();

  /**
   * A screen on standard error: in place where that is a terminal, plain lines elsewhere.
   *
   * @param out standard error
   * @param terminal whether it is a terminal; only the launcher can tell
   */
  static Screen on(PrintStream out, boolean terminal) {
    return terminal ? new TerminalScreen(out) : new LineScreen(out, System::nanoTime);
  }

  /** The text without control characters, which data and messages may bring along. */
  static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
