package dev.sturgeon.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sturgeon.trial.Retested.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which study of a series counts after a turn.
 *
 * @param study the turn's study
 * @param current the one that counts; empty where none does yet
 * @param moved whether that has changed
 * @param outcome what the current winner's re-test against the new one says; null where there was
 *     none
 * @param why why the two could not be compared, in a sentence; null where they could
 * @param news whether this turn has decided it, and none before
 * @param over false where that is not settled yet
 */
public record Settlement(
    String study,
    Optional<String> current,
    boolean moved,
    @Nullable Outcome outcome,
    @Nullable String why,
    boolean news,
    boolean over) {

  static Settlement open(String study, Optional<String> current) {
    return new Settlement(study, current, false, null, null, false, false);
  }

  static Settlement incomparable(String study, Optional<String> current, String why) {
    return new Settlement(study, current, false, null, why, false, true);
  }

  static Settlement settled(
      String study,
      Optional<String> current,
      boolean moved,
      @Nullable Outcome outcome,
      boolean news) {
    return new Settlement(study, current, moved, outcome, null, news, true);
  }

  /** One JSON object. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("study", study);
    json.put("current", current.orElse(null));
    json.put("moved", moved);
    json.put("outcome", outcome == null ? null : outcome.name());
    json.put("incomparable", why);
    return json;
  }

  /** For a person. */
  String text() {
    if (!over) {
      return "Whether " + study + " is to count is not settled yet; the same command goes on.";
    }
    return current
        .map(name -> moved ? name + " counts from now on." : name + " still counts.")
        .orElse("No study counts yet.");
  }
}
