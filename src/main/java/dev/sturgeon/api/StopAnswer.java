package dev.sturgeon.api;

import dev.sturgeon.report.Standing;
import java.time.Duration;

/**
 * What came of asking a study to stop.
 *
 * @param directory the study's
 * @param asked whether its driver has taken the command
 * @param running whether it may still run: it was asked and not waited for, or did not hear
 * @param text the same for a person
 */
public record StopAnswer(String directory, boolean asked, boolean running, String text) {
  private static final String RESUMABLE = "; the same command goes on with it";

  static StopAnswer needless(String directory, Standing standing) {
    String detail = standing.detail().isEmpty() ? "" : " (" + standing.detail() + ")";
    String what =
        switch (standing.state()) {
          case FINISHED -> "this study is finished" + detail + "; there is nothing to stop";
          case SILENT -> "this study's driver is dead; there is nothing to stop" + RESUMABLE;
          default -> "no driver works on this study" + detail + "; nothing to stop" + RESUMABLE;
        };
    return new StopAnswer(directory, false, false, directory + ": " + what);
  }

  static StopAnswer unheard(String directory, String host, Duration patience) {
    return new StopAnswer(
        directory,
        false,
        true,
        "%s: the driver on %s lives, but did not take the command within %d s, so it is taken back"
                .formatted(directory, host, patience.toSeconds())
            + ". It may be reading the data or saving the best network just now: try again");
  }

  static StopAnswer tooLate(String directory, String host) {
    return new StopAnswer(
        directory,
        false,
        true,
        "%s: the driver that was to stop ended before it took the command; another one, on %s, has begun since and goes on: stop again to stop that one"
            .formatted(directory, host));
  }

  static StopAnswer heard(String directory, String host, boolean now, boolean ended) {
    String how =
        now ? "without waiting for what runs" : "when the segments that run have ended an epoch";
    return new StopAnswer(
        directory,
        true,
        !ended,
        directory
            + (ended ? ": stopped" : ": the driver on " + host + " stops " + how)
            + RESUMABLE);
  }
}
