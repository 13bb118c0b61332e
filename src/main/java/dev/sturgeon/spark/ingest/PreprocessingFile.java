package dev.sturgeon.spark.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Source.Reading;
import dev.sturgeon.data.TableSchema;
import java.io.IOException;

/**
 * The description saved beside a pipeline. Later versions of Sturgeon must read it: fields may be
 * added with a default, and a change of meaning raises the version.
 */
record PreprocessingFile(int version, TableSchema schema, Reading options, int columns) {
  private static final int VERSION = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .configure(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, true)
          .configure(SerializationFeature.INDENT_OUTPUT, true);

  PreprocessingFile(TableSchema schema, Reading options, int columns) {
    this(VERSION, schema, options, columns);
  }

  /** Only the version, to be looked at before anything else. */
  private record Versioned(@JsonProperty(required = true) int version) {}

  byte[] toJson() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static PreprocessingFile fromJson(String name, byte[] json) throws IOException {
    try {
      int version = JSON.readValue(json, Versioned.class).version();
      if (version > VERSION) {
        throw new DataException(
            "%s: written by a newer Sturgeon (format %d, this one reads up to %d)"
                .formatted(name, version, VERSION));
      }
      return JSON.readValue(json, PreprocessingFile.class);
    } catch (JsonProcessingException e) {
      throw new DataException(name + ": is not a preprocessing description", e);
    }
  }
}
