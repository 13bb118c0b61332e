package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The two screens: in place and line by line. */
final class ScreenTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void aTerminalIsRedrawnInPlace() {
    TerminalScreen screen = new TerminalScreen(out, 80);
    screen.show(List.of("one", "two"));
    screen.show(List.of("three"));
    assertThat(printed()).isEqualTo("one\ntwo\n\u001b[2F\u001b[Jthree\n");
  }

  @Test
  void aLineNeverWraps() {
    new TerminalScreen(out, 10).show(List.of("0123456789abc"));
    assertThat(printed()).isEqualTo("01234567…\n");
  }

  @Test
  void whatIsSaidStaysAboveTheState() {
    TerminalScreen screen = new TerminalScreen(out, 80);
    screen.show(List.of("state"));
    screen.say("news");
    assertThat(printed()).isEqualTo("state\n\u001b[1F\u001b[Jnews\nstate\n");
  }

  @Test
  void aLogGetsTheStateEveryTenSeconds() {
    long[] now = {0};
    LineScreen screen = new LineScreen(out, () -> now[0]);
    screen.show(List.of("early"));
    screen.say("news");
    now[0] = TimeUnit.SECONDS.toNanos(11);
    screen.show(List.of("late"));
    screen.show(List.of("too soon"));
    assertThat(printed()).isEqualTo("news\nlate\n");
  }

  @Test
  void controlCharactersOfMessagesDoNotReachTheTerminal() {
    new LineScreen(out, () -> 0).say("a\u001b[31mred\u0007");
    assertThat(printed()).isEqualTo("a [31mred \n");
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
