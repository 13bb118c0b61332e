package dev.sturgeon.cli;

import dev.sturgeon.report.Wording;
import java.io.PrintStream;
import java.util.List;

/** Where progress is shown. Safe for use by several threads: signals come in one of their own. */
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
   * @param columns the width of the terminal it is, 0 if it is none; only the launcher can tell
   */
  static Screen on(PrintStream out, int columns) {
    return columns > 0 ? new TerminalScreen(out, columns) : new LineScreen(out, System::nanoTime);
  }

  /** The text without control characters, which data and messages may bring along. */
  static String plain(String text) {
    return Wording.plain(text);
  }
}
