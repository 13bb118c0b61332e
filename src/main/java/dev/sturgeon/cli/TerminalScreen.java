package dev.sturgeon.cli;

import java.io.PrintStream;
import java.util.List;

/** Redraws the state in place, below what was said. */
final class TerminalScreen implements Screen {
  private final PrintStream out;
  private final int columns;
  private int drawn;
  private List<String> state = List.of();

  TerminalScreen(PrintStream out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  @Override
  public synchronized void show(List<String> lines) {
    clear();
    state = List.copyOf(lines);
    draw();
  }

  @Override
  public synchronized void say(String line) {
    clear();
    out.println(Screen.plain(line));
    draw();
  }

  @Override
  public synchronized void clear() {
    if (drawn > 0) {
      // Up to the first line drawn, then erase from there to the end of the screen.
      out.print("\u001b[" + drawn + "F\u001b[J");
      drawn = 0;
    }
    out.flush();
  }

  private void draw() {
    for (String line : state) {
      // A line that wraps would spoil the count of lines to go up.
      String text = Screen.plain(line);
      out.println(text.length() >= columns ? text.substring(0, columns - 2) + "…" : text);
    }
    drawn = state.size();
    out.flush();
  }
}
