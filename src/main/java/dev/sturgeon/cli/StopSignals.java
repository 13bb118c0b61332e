package dev.sturgeon.cli;

import dev.sturgeon.study.StopSignal;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What the signals of the operating system do to a running study.
 *
 * <p>Ctrl-C: the first lets the epochs that run end, the second waits for nothing, the third ends
 * the JVM. SIGTERM, as a cluster's scheduler sends it before it kills: the epochs that run may end
 * within a grace, then nothing is waited for. A study survives all of it. Safe for use by several
 * threads.
 */
final class StopSignals {
  /** What is left for an orderly end once nothing is waited for. */
  private static final Duration CLOSING = Duration.ofSeconds(4);

  private final StopSignal stop;
  private final Screen screen;
  private final Duration grace;
  private final Timer timer;
  private final Runnable halt;
  private int interrupts;
  private int terminations;

  /** Does something later. */
  interface Timer {
    void after(Duration delay, Runnable action);

    /** In a thread that keeps no JVM alive. */
    static Timer ofThread() {
      ScheduledExecutorService thread =
          Executors.newSingleThreadScheduledExecutor(
              action -> {
                Thread daemon = new Thread(action, "sturgeon-stop");
                daemon.setDaemon(true);
                return daemon;
              });
      return (delay, action) -> {
        var unused = thread.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
      };
    }
  }

  /**
   * Signals for one study.
   *
   * @param stop what stops it
   * @param grace what SIGTERM leaves the epochs that run
   * @param halt ends the JVM, whatever it does
   */
  StopSignals(StopSignal stop, Screen screen, Duration grace, Timer timer, Runnable halt) {
    this.stop = stop;
    this.screen = screen;
    this.grace = grace;
    this.timer = timer;
    this.halt = halt;
  }

  /** Ctrl-C. */
  synchronized void interrupt() {
    interrupts++;
    if (interrupts == 1) {
      screen.say("stopping after the epochs that run; Ctrl-C once more to stop at once");
      stop.finish("interrupted");
    } else if (interrupts == 2) {
      hurry("interrupted twice");
    } else {
      halt.run();
    }
  }

  /** SIGTERM. */
  synchronized void terminate() {
    terminations++;
    if (terminations == 1) {
      screen.say(
          "SIGTERM: stopping after the epochs that run, in %d s at the latest"
              .formatted(grace.toSeconds()));
      stop.finish("terminated");
      timer.after(grace, () -> hurry("terminated"));
    }
  }

  private void hurry(String why) {
    screen.say("stopping at once");
    stop.now(why);
    timer.after(CLOSING, halt);
  }
}
