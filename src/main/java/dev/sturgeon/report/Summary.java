package dev.sturgeon.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.Trial.Status;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A study in one JSON object.
 *
 * @param study its name
 * @param directory where its files lie
 * @param trials how many trials were started
 * @param completed how many of them used their budget or were stopped by their own patience
 * @param failed how many threw or could not be carried out
 * @param diverged how many became non-finite
 * @param stopped how many were stopped from outside
 * @param dropped how many the search gave up
 * @param best the search's leader, with the dev value it was chosen by; empty where no trial has
 *     one
 * @param confirmation what training the best again has shown; empty where that was not tried
 * @param elapsedSeconds study time
 * @param failures how many failed for which reason, by {@link dev.sturgeon.trial.FailureKind}
 * @param executorsLost how many executors died with segments on them
 * @param lateResults how many results came too late, or twice, and were dropped
 * @param resumed whether more than one driver worked on it
 */
public record Summary(
    String study,
    String directory,
    int trials,
    int completed,
    int failed,
    int diverged,
    int stopped,
    int dropped,
    Optional<Best> best,
    Optional<ConfirmationFigures> confirmation,
    double elapsedSeconds,
    SortedMap<String, Integer> failures,
    int executorsLost,
    int lateResults,
    boolean resumed) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The leading trial.
   *
   * @param trial its number
   * @param value its metric on the dev part
   * @param metric the metric's name
   * @param hyperparameters all its active hyperparameters
   */
  public record Best(int trial, double value, String metric, Configuration hyperparameters) {}

  /** The summary of a study that has started. */
  public static Summary of(StudyState state, String directory) {
    return new Summary(
        state.started().orElseThrow().name(),
        directory,
        state.history().trials().size(),
        state.history().count(Status.COMPLETED),
        state.history().count(Status.FAILED),
        state.history().count(Status.DIVERGED),
        state.history().count(Status.STOPPED),
        state.history().count(Status.DROPPED),
        best(state),
        ConfirmationFigures.of(state),
        state.seconds(),
        failures(state),
        state.workersLost(),
        state.answersDropped(),
        state.parts().size() > 1);
  }

  private static SortedMap<String, Integer> failures(StudyState state) {
    SortedMap<String, Integer> failures = new TreeMap<>();
    state.history().trials().stream()
        .flatMap(trial -> Optional.ofNullable(trial.failure()).stream())
        .forEach(kind -> failures.merge(kind.text(), 1, Integer::sum));
    return failures;
  }

  private static Optional<Best> best(StudyState state) {
    return state
        .history()
        .best()
        .map(
            trial ->
                new Best(
                    trial.id().number(),
                    trial.scores().orElseThrow().metric(),
                    state.history().objective().metric().label(),
                    trial.savedConfiguration()));
  }

  /**
   * The JSON object, on one line; {@code best} and {@code confirmation} are null where there is
   * none.
   */
  public String toJson() {
    return json().toString();
  }

  /** The same, to add to. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("study", study).put("directory", directory).put("trials", trials);
    json.put("completed", completed).put("failed", failed);
    json.put("diverged", diverged).put("stopped", stopped).put("dropped", dropped);
    json.set("best", best.map(Summary::json).orElse(null));
    json.set("confirmation", confirmation.<JsonNode>map(JSON::valueToTree).orElse(null));
    json.put("elapsedSeconds", elapsedSeconds);
    failures.forEach(json.putObject("failures")::put);
    json.put("executorsLost", executorsLost).put("lateResults", lateResults);
    json.put("resumed", resumed);
    return json;
  }

  private static ObjectNode json(Best best) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("trial", best.trial()).put("value", best.value()).put("metric", best.metric());
    json.set("hyperparameters", ConfigurationJson.of(best.hyperparameters()));
    return json;
  }
}
