package dev.sturgeon.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.function.LongSupplier;

/** Prints plain lines, for logs: what is said at once, the state every ten seconds. */
final class LineScreen implements Screen {
  private static final long PAUSE = 10_000_000_000L;

  private final PrintStream out;
  private final LongSupplier nanos;
  private long last;

  LineScreen(PrintStream out, LongSupplier nanos) {
    this.out = out;
    this.nanos = nanos;
    this.last = nanos.getAsLong();
  }

  @Override
  public synchronized void show(List<String> lines) {
    long now = nanos.getAsLong();
    if (now - last >= PAUSE) {
      lines.forEach(line -> out.println(Screen.plain(line)));
      out.flush();
      last = now;
    }
  }

  @Override
  public synchronized void say(String line) {
    out.println(Screen.plain(line));
    out.flush();
  }

  @Override
  public synchronized void clear() {
    out.flush();
  }
}
