package dev.sturgeon.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sturgeon.dl4j.NetworkSize;
import dev.sturgeon.report.ConfigurationJson;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.train.TrainingSettings;
import org.jspecify.annotations.Nullable;

/**
 * A trial before it is trained.
 *
 * @param trial its number
 * @param hyperparameters its configuration
 * @param parameters weights and biases; null where the values make no network
 * @param stepsPerEpoch mini-batches of an epoch; null where the values make no network
 * @param secondsPerEpoch what an epoch took; null where none was timed
 * @param problem why the values make no network; null where they do
 */
public record PlannedTrial(
    int trial,
    JsonNode hyperparameters,
    @Nullable Long parameters,
    @Nullable Integer stepsPerEpoch,
    @Nullable Double secondsPerEpoch,
    @Nullable String problem) {

  static PlannedTrial of(
      int trial, Configuration configuration, NetworkSize size, @Nullable Double secondsPerEpoch) {
    JsonNode json = ConfigurationJson.of(configuration);
    try {
      long parameters = size.of(configuration).parameters();
      int steps = TrainingSettings.of(configuration).batches(size.targets().rows()).length - 1;
      return new PlannedTrial(trial, json, parameters, steps, secondsPerEpoch, null);
    } catch (RuntimeException e) {
      // A user's own network may throw anything; in a search this trial would fail.
      return new PlannedTrial(trial, json, null, null, null, String.valueOf(e.getMessage()));
    }
  }
}
