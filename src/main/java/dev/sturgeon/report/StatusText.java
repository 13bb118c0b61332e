package dev.sturgeon.report;

import dev.sturgeon.report.StudyStatus.Left;
import dev.sturgeon.report.StudyStatus.State;
import dev.sturgeon.trial.TrialId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A study's status as a person reads it. */
public final class StatusText {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private StatusText() {}

  /** The lines, each with a line feed but the last. */
  public static String of(StudyStatus status, ZoneId zone) {
    TextTable table = new TextTable();
    table.row(List.of("trials", trials(status)));
    if (status.rungs().size() > 1) {
      table.row(List.of("rungs", rungs(status)));
    }
    table.row(List.of("best", best(status)));
    ConfirmationFigures confirmation = status.confirmation();
    if (confirmation != null) {
      new ConfirmationText(confirmation)
          .sentences()
          .forEach(said -> table.row(List.of("confirm", said)));
    }
    status.running().forEach(out -> table.row(List.of("running", running(out))));
    status.failures().forEach(failures -> table.row(List.of("failures", failures(failures))));
    table.row(List.of("cluster", cluster(status)));
    table.row(List.of("left", left(status.left())));
    status.notes().forEach(note -> table.row(List.of("note", note)));
    return Wording.plain(headline(status, zone)) + "\n" + table.toString().stripTrailing();
  }

  private static String headline(StudyStatus status, ZoneId zone) {
    StudyStatus.Driver driver = status.driver();
    String since = CLOCK.format(Instant.parse(driver.since()).atZone(zone));
    String ago = Wording.duration(driver.silentSeconds()) + " ago";
    String detail = status.detail().isEmpty() ? "" : ": " + status.detail();
    String sign = "; the driver's last sign of life was " + ago;
    String what =
        switch (status.state()) {
          case RUNNING ->
              status.detail().equals(Standing.STARTING)
                  ? "starting" + detail
                  : "running on %s since %s".formatted(driver.host(), since) + detail + sign;
          case STOPPING -> "stopping on " + driver.host() + detail + sign;
          case SILENT ->
              "silent: no sign of life from its driver on %s for %s; it died"
                  .formatted(driver.host(), Wording.duration(driver.silentSeconds()));
          case STOPPED -> "stopped" + detail + ", " + ago;
          case FAILED -> "its driver gave up" + detail + ", " + ago;
          case FINISHED -> "finished" + detail + ", " + ago;
        };
    boolean resumable = status.state() != State.FINISHED && !status.state().isOpen();
    return status.study() + ": " + what + (resumable ? "; the same command goes on" : "");
  }

  private static String trials(StudyStatus status) {
    int begun = status.trials().values().stream().mapToInt(Integer::intValue).sum();
    // What-if branches are trials too, and not of those that were allowed.
    String of = begun > status.maxTrials() ? "" : " of " + status.maxTrials();
    return begun
        + of
        + ": "
        + status.trials().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
  }

  private static String rungs(StudyStatus status) {
    return "trials that reached epoch "
        + status.rungs().stream()
            .map(rung -> rung.epochs() + ": " + rung.trials())
            .collect(Collectors.joining(", "));
  }

  private static String best(StudyStatus status) {
    StudyStatus.Best best = status.best();
    return best == null
        ? "none yet"
        : "%s %s on the dev part%s, trial %d: %s"
            .formatted(
                best.metric(),
                Wording.score(best.value()),
                status.confirmation() == null ? "" : " (selected on)",
                best.trial(),
                best.text());
  }

  private static String running(StudyStatus.Running out) {
    return "trial %s from epoch %d to %d of %d, for %s"
        .formatted(
            new TrialId(out.trial()),
            out.fromEpoch(),
            out.toEpoch(),
            out.maxEpochs(),
            Wording.duration(out.seconds()));
  }

  private static String failures(Failures failures) {
    return "%d %s (%d issued again), last trial %s: %s"
        .formatted(
            failures.times(),
            failures.kind(),
            failures.again(),
            new TrialId(failures.lastTrial()),
            failures.lastMessage());
  }

  private static String cluster(StudyStatus status) {
    return "%d slots; %s core-hours in %s of study time"
        .formatted(
            status.slots(),
            Wording.number(status.coreHours()),
            Wording.duration(status.elapsedSeconds()));
  }

  private static String left(Left left) {
    List<String> parts = new ArrayList<>(List.of(left.trials() + " trials to begin"));
    if (left.seconds() != null) {
      parts.add(Wording.duration(left.seconds()));
    }
    if (left.coreHours() != null) {
      parts.add(Wording.number(left.coreHours()) + " core-hours");
    }
    if (left.target() != null) {
      parts.add("or until " + Wording.number(left.target()) + " is reached");
    }
    return String.join(", ", parts);
  }
}
