package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.SplitRule.Part;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Whether the user's own parts keep apart from the training part, as a split by group or time would
 * have kept them.
 *
 * @param by group or time
 * @param column the one that holds it
 * @param seed what the keys were hashed with
 * @param train the keys of the training part, sorted
 */
record OwnKeys(SplitKey by, String column, long seed, long[] train) {

  /** At most one warning for each own part. */
  static List<String> of(IngestedTable table) {
    TableFile main = table.files().get(0);
    Roles roles = main.layout().roles();
    if (!roles.by().isShared()) {
      return List.of();
    }
    long[] keys = main.profile().keys();
    OwnKeys guard =
        new OwnKeys(
            roles.by(),
            main.table().columns().get(roles.key()),
            table.split().rule().seed(),
            IntStream.range(0, keys.length)
                .filter(row -> main.part(table.split(), row) == Part.TRAIN)
                .mapToLong(row -> keys[row])
                .sorted()
                .toArray());
    return table.files().stream()
        .filter(file -> file.own() != null)
        .flatMap(guard::warnings)
        .toList();
  }

  private Stream<String> warnings(TableFile own) {
    String part = Objects.requireNonNull(own.own()).name().toLowerCase(Locale.ROOT);
    if (own.layout().roles().key() < 0) {
      return Stream.of(
          "%s: has no column '%s' (%s), so it cannot be checked that the %s part's rows are %s the training part's"
              .formatted(
                  own.table().name(),
                  column,
                  by.setting(),
                  part,
                  by == SplitKey.GROUP ? "of other groups than" : "later than"));
    }
    return by == SplitKey.GROUP ? sharedGroups(own, part) : notLater(own, part);
  }

  private Stream<String> sharedGroups(TableFile own, String part) {
    long[] groups = LongStream.of(own.profile().keys()).distinct().toArray();
    long[] shared =
        LongStream.of(groups)
            .filter(group -> Arrays.binarySearch(train, group) >= 0)
            .sorted()
            .toArray();
    return shared.length == 0
        ? Stream.of()
        : Stream.of(
            "%s: %d of the %d groups (column '%s') of the %s part are in the training part too, the first is '%s'; figures on it are too good"
                .formatted(
                    own.table().name(),
                    shared.length,
                    groups.length,
                    column,
                    part,
                    first(own, shared)));
  }

  /** The name of the first of these groups: only hashes have come to the driver. */
  private String first(TableFile own, long[] shared) {
    Layout layout = own.layout();
    long key = seed;
    return own.table().read(rows -> first(layout, key, shared, rows)).stream()
        .flatMap(List::stream)
        .findFirst()
        .orElse("");
  }

  private static List<String> first(
      Layout layout, long seed, long[] shared, Iterator<RawRow> rows) {
    while (rows.hasNext()) {
      ParsedRow row = layout.parse(rows.next());
      if (row.problem() == null && Arrays.binarySearch(shared, layout.splitKey(seed, row)) >= 0) {
        return List.of(Objects.requireNonNullElse(row.text(layout.roles().key()), ""));
      }
    }
    return List.of();
  }

  /** The keys of later times are smaller, without a sign. */
  private Stream<String> notLater(TableFile own, String part) {
    long latest =
        LongStream.of(train).reduce(-1L, (a, b) -> Long.compareUnsigned(a, b) < 0 ? a : b);
    long[] keys = own.profile().keys();
    long early = LongStream.of(keys).filter(key -> Long.compareUnsigned(key, latest) >= 0).count();
    return early == 0
        ? Stream.of()
        : Stream.of(
            "%s: %d of %d rows of the %s part are not later (column '%s') than the training part's last; figures on it may be too good"
                .formatted(own.table().name(), early, keys.length, part, column));
  }
}
