package dev.sturgeon.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which study to run, and where.
 *
 * @param conf its configuration: a path or URI of a YAML file
 * @param overrides {@code key=value} texts that replace keys of the configuration
 * @param directory the study directory, a path or URI; null for {@code studies/NAME}
 * @param master the Spark master; null for spark-submit's, else {@code local[*]}
 */
public record StudyRequest(
    String conf, List<String> overrides, @Nullable String directory, @Nullable String master) {

  /** Copies the overrides. */
  public StudyRequest {
    overrides = List.copyOf(overrides);
  }

  /** A study as its configuration says. */
  public static StudyRequest of(String conf) {
    return new StudyRequest(conf, List.of(), null, null);
  }
}
