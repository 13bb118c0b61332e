package dev.sturgeon.spark.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.data.SplitRule;
import dev.sturgeon.data.TableSchema;

/**
 * What a study fixed when it first read its data, and keeps when it reads them again.
 *
 * @param rule which row belongs to which part
 * @param schema which columns and classes there are
 */
public record Frozen(SplitRule rule, TableSchema schema) {
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  /** As one line of JSON, for the journal. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads what {@link #toJson} wrote, by this or an earlier version.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Frozen fromJson(String json) {
    try {
      return JSON.readValue(json, Frozen.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no frozen split: " + e.getOriginalMessage(), e);
    }
  }
}
