package dev.sturgeon.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Adds to a line of an older journal what its writer did not know of, with what held then. */
final class Upgrade {

  private Upgrade() {}

  /** Completes an event in place. */
  static void complete(JsonNode line) {
    if (line.path("event").asText().equals("limitsSet")
        && line.path("limits") instanceof ObjectNode limits
        && !limits.has("maxCoreHours")) {
      limits.putNull("maxCoreHours");
      ((ObjectNode) line).put("coresPerSlot", 1);
    }
    if (line.path("event").asText().equals("trialStarted") && !line.has("fromEpoch")) {
      ((ObjectNode) line).put("fromEpoch", 0);
    }
    if (line.path("event").asText().equals("partOpened")) {
      ((ObjectNode) line).putIfAbsent("driver", TextNode.valueOf(""));
      ((ObjectNode) line).putIfAbsent("crash", TextNode.valueOf(""));
    }
    completeCheckpoints(line.path("segment").path("checkpoints"));
    completeCheckpoints(line.path("result").path("checkpoints"));
  }

  private static void completeCheckpoints(JsonNode checkpoints) {
    if (checkpoints instanceof ObjectNode known && !known.has("previous")) {
      known.putNull("previous");
    }
  }
}
