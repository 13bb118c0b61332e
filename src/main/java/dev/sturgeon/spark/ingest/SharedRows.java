package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.SplitRule.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Rows of one part that are found in another with the same features: they flatter the figures. */
final class SharedRows {

  private SharedRows() {}

  /** One warning for each two parts that share rows. */
  static List<String> of(IngestedTable table) {
    List<String> warnings = new ArrayList<>();
    compare(table, Part.DEV, Part.TRAIN, warnings);
    compare(table, Part.TEST, Part.TRAIN, warnings);
    compare(table, Part.TEST, Part.DEV, warnings);
    return warnings;
  }

  private static void compare(IngestedTable table, Part part, Part other, List<String> warnings) {
    long[] known = hashes(table, other).sorted().toArray();
    long[] rows = hashes(table, part).toArray();
    long shared = LongStream.of(rows).filter(hash -> Arrays.binarySearch(known, hash) >= 0).count();
    if (shared > 0) {
      warnings.add(
          "%s: %d of %d rows of the %s part have the same features as a row of the %s part; figures on it are too good"
              .formatted(table.name(), shared, rows.length, lower(part), lower(other)));
    }
  }

  private static LongStream hashes(IngestedTable table, Part part) {
    return table.files().stream().flatMapToLong(file -> hashes(table, file, part));
  }

  private static LongStream hashes(IngestedTable table, TableFile file, Part part) {
    long[] hashes = file.profile().hashes();
    return LongStream.range(0, hashes.length)
        .filter(row -> file.part(table.split(), (int) row) == part)
        .map(row -> hashes[(int) row]);
  }

  private static String lower(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }
}
