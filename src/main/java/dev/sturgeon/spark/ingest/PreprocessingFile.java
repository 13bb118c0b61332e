package dev.sturgeon.spark.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Source.Reading;
import dev.sturgeon.data.TableSchema;
import dev.sturgeon.data.TargetScale;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The description saved beside a pipeline. Later versions of Sturgeon must read it: fields may be
 * added with a default, and a change of meaning raises the version.
 *
 * @param version of this description
 * @param schema the table's columns and classes
 * @param options how the training data's cells were understood
 * @param columns features per row after preprocessing
 * @param format the training data's; null means csv
 * @param readerOptions what else Spark's reader was told, secrets left out; null means nothing
 * @param scale of numbers to predict; null if the label is a class
 */
record PreprocessingFile(
    int version,
    TableSchema schema,
    Reading options,
    int columns,
    @Nullable String format,
    @Nullable SortedMap<String, String> readerOptions,
    @Nullable TargetScale scale) {
  private static final int VERSION = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .configure(SerializationFeature.INDENT_OUTPUT, true);

  /** Options with such names stay out of saved files. */
  private static final Pattern SECRET =
      Pattern.compile("password|secret|token|credential|key|url|user", Pattern.CASE_INSENSITIVE);

  /** Describes the preprocessing of a study's table. */
  static PreprocessingFile of(IngestedTable table, int columns, @Nullable TargetScale scale) {
    SortedMap<String, String> options = new TreeMap<>(table.source().options());
    options.keySet().removeIf(name -> SECRET.matcher(name).find());
    return new PreprocessingFile(
        VERSION,
        table.schema(),
        table.source().reading(),
        columns,
        table.source().format(),
        options,
        scale);
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
      PreprocessingFile file = JSON.readValue(json, PreprocessingFile.class);
      if (isIncomplete(file)) {
        throw new DataException(name + ": is not a preprocessing description");
      }
      return file;
    } catch (JsonProcessingException e) {
      throw new DataException(name + ": is not a preprocessing description", e);
    }
  }

  @SuppressWarnings("NullAway")
  private static boolean isIncomplete(PreprocessingFile file) {
    return file.schema() == null || file.options() == null || file.columns() < 1;
  }
}
