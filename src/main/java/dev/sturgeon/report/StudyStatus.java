package dev.sturgeon.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a study stands, running or not. The names of the components are those of the JSON object that
 * {@code status --json} prints: some may be added, none change their meaning.
 *
 * @param study its name
 * @param directory where its files lie
 * @param state what it is doing
 * @param detail more about that, for a person; may be empty
 * @param driver who works on it, or did last
 * @param trials trials by status, in lower case, those that are 0 too
 * @param maxTrials how many trials it may begin
 * @param rungs how many trials have reached each rung
 * @param best the search's leader; null where no trial has a value
 * @param confirmation what training the best again has shown; null where that is not tried
 * @param running segments that are out; of a study that is not running, those to be issued again
 * @param failures what went wrong, by kind
 * @param slots how many segments can be carried out at once
 * @param elapsedSeconds study time
 * @param coreHours what segments took, times the cores of a slot
 * @param left what the limits leave
 * @param notes the newest sentences about the search and its trials, at most ten
 */
public record StudyStatus(
    String study,
    String directory,
    State state,
    String detail,
    Driver driver,
    Map<String, Integer> trials,
    int maxTrials,
    List<Rung> rungs,
    @Nullable Best best,
    @Nullable ConfirmationFigures confirmation,
    List<Running> running,
    List<Failures> failures,
    int slots,
    double elapsedSeconds,
    double coreHours,
    Left left,
    List<String> notes) {
  /** What a study is doing. */
  public enum State {
    /** A driver works on it. */
    RUNNING,
    /** A driver waits for the last segments to end. */
    STOPPING,
    /** Its driver shows no sign of life: it died. */
    SILENT,
    /** It was stopped, and can be taken up again. */
    STOPPED,
    /** Its driver gave up, and said why; it can be taken up again. */
    FAILED,
    /** It is over. */
    FINISHED;

    /** As it is written in JSON. */
    @JsonValue
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a driver is at work. */
    public boolean isOpen() {
      return this == RUNNING || this == STOPPING;
    }
  }

  /**
   * A driver.
   *
   * @param host its machine
   * @param since when it began, in ISO 8601
   * @param lastSign its last sign of life, in ISO 8601
   * @param silentSeconds how long ago that was
   */
  public record Driver(String host, String since, String lastSign, double silentSeconds) {}

  /**
   * A rung.
   *
   * @param epochs how long a trial has trained there
   * @param trials how many have
   */
  public record Rung(int epochs, int trials) {}

  /**
   * The leading trial.
   *
   * @param trial its number
   * @param metric the metric's name
   * @param value its metric on the dev part
   * @param loss its loss there
   * @param hyperparameters its configuration
   * @param text those of them that are searched, for a person
   */
  public record Best(
      int trial,
      String metric,
      double value,
      double loss,
      JsonNode hyperparameters,
      @JsonIgnore String text) {}

  /**
   * A segment that is out.
   *
   * @param trial its trial
   * @param fromEpoch epochs trained when it began
   * @param toEpoch epochs trained at its end
   * @param maxEpochs the trial's whole budget
   * @param seconds how long it has been out
   */
  public record Running(int trial, int fromEpoch, int toEpoch, int maxEpochs, double seconds) {}

  /**
   * What the limits leave; null where there is no such limit.
   *
   * @param trials how many may still begin
   * @param seconds of study time
   * @param coreHours of the cluster
   * @param target the value at which the study ends
   */
  public record Left(
      int trials, @Nullable Double seconds, @Nullable Double coreHours, @Nullable Double target) {}

  /** Copies the collections. */
  public StudyStatus {
    trials = new TreeMap<>(trials);
    rungs = List.copyOf(rungs);
    running = List.copyOf(running);
    failures = List.copyOf(failures);
    notes = List.copyOf(notes);
  }
}
