package dev.sturgeon.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;

/** A configuration as a flat JSON object: numbers as numbers, texts as texts. */
public final class ConfigurationJson {

  private ConfigurationJson() {}

  /** The object, by hyperparameter name. */
  public static ObjectNode of(Configuration configuration) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    configuration.values().forEach((name, value) -> put(json, name, value));
    return json;
  }

  private static void put(ObjectNode json, String name, Value value) {
    if (value instanceof Value.Real real) {
      json.put(name, real.value());
    } else if (value instanceof Value.Int integer) {
      json.put(name, integer.value());
    } else {
      json.put(name, value.toString());
    }
  }
}
