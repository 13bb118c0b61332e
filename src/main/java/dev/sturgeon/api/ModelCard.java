package dev.sturgeon.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sturgeon.data.DataException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a finished network: {@code best/model.json}. Later versions read it too: fields
 * may be added, and a change of meaning raises the format.
 *
 * @param format the version of this file's form
 * @param study the study that found it
 * @param trial the trial whose configuration it has
 * @param metric what it was chosen by
 * @param value the network's metric on the dev part
 * @param loss mean cross-entropy or, of numbers, mean squared error after scaling, on the dev part
 * @param confirmed mean of the metric on the dev part over networks of this configuration with
 *     fresh seeds, this one among them; null where that was not tried
 * @param test the metric on the test part; null where it was not used on this network
 * @param hyperparameters its configuration
 * @param nudges what was changed as it trained, in order, a sentence each; its configuration is the
 *     one it ended with
 * @param networkSha256 what network.zip hashes to
 * @param dataHash what the study's data hashed to
 * @param versions what it was made with
 * @param created when, in ISO 8601
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ModelCard(
    int format,
    String study,
    int trial,
    String metric,
    double value,
    double loss,
    @Nullable Double confirmed,
    @Nullable Double test,
    JsonNode hyperparameters,
    List<String> nudges,
    String networkSha256,
    String dataHash,
    Map<String, String> versions,
    String created) {
  static final int FORMAT = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  ModelCard {
    // What is missing was written by a version that did not know of it.
    nudges = nudges == null ? List.of() : List.copyOf(nudges);
    versions = new TreeMap<>(versions);
  }

  byte[] toJson() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a model card that cannot be written", e);
    }
  }

  /**
   * Reads a model card.
   *
   * @param where the file's name, for messages
   * @throws DataException if it is none, or of a later version
   */
  static ModelCard fromJson(String where, byte[] json) {
    try {
      int format = JSON.readTree(json).path("format").asInt(0);
      if (format < 1 || format > FORMAT) {
        throw new DataException(
            where + ": model format " + format + " is unknown; this version reads 1 to " + FORMAT);
      }
      return JSON.readValue(json, ModelCard.class);
    } catch (IOException e) {
      throw new DataException(where + ": no model card of Sturgeon's", e);
    }
  }
}
