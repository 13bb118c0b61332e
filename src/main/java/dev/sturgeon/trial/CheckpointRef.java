package dev.sturgeon.trial;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * Where a checkpoint lies and what it must hash to.
 *
 * @param path relative to the study directory, with forward slashes
 * @param sha256 lower-case hexadecimal SHA-256 of the file
 * @param epoch epochs trained when it was written
 */
public record CheckpointRef(String path, String sha256, int epoch) implements Serializable {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** Checks that the path stays inside the study directory. */
  public CheckpointRef {
    if (path.startsWith("/") || path.contains("..") || path.contains("\\") || path.contains(":")) {
      throw new IllegalArgumentException("'" + path + "' leaves the study directory");
    }
    if (!SHA_256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("'" + sha256 + "' is not a SHA-256 in hexadecimal");
    }
    if (epoch < 0) {
      throw new IllegalArgumentException("epoch is 0 or more, not " + epoch);
    }
  }
}
