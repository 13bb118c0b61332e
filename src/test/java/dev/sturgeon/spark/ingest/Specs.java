package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Source;
import dev.sturgeon.data.Source.BadRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Data sections and files for tests. */
public final class Specs {

  private Specs() {}

  /** A comma-separated file with a header, label {@code y}, a quarter each for dev and test. */
  public static DataSpec csv(Path file) {
    return csv(file.toString(), "y", null, List.of(), List.of(), BadRows.REFUSE);
  }

  /** The same, bad rows dropped. */
  public static DataSpec dropping(Path file) {
    return csv(file.toString(), "y", null, List.of(), List.of(), BadRows.DROP);
  }

  /** The same with an id column. */
  public static DataSpec withId(Path file, String id) {
    return csv(file.toString(), "y", id, List.of(), List.of(), BadRows.REFUSE);
  }

  /** All that the tests vary. */
  public static DataSpec csv(
      String path,
      String label,
      @Nullable String id,
      List<String> categorical,
      List<String> ignore,
      BadRows badRows) {
    return new DataSpec(
        new Source.Table(
            "csv",
            dev.sturgeon.data.Files.of(path),
            new Source.Columns(label, id, null, null, categorical, ignore),
            new Source.Reading(true, ',', List.of("NA"), badRows),
            new TreeMap<>()),
        1,
        0.25,
        0.25);
  }

  /** Writes a file. */
  public static Path write(Path file, String... lines) {
    try {
      return Files.write(file, List.of(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
