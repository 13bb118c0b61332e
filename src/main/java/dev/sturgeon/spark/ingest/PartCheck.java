package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.SplitRule.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the rows of each part and looks for what is wrong with the split. */
final class PartCheck {
  private final IngestedTable table;
  private final Map<String, Map<Part, Long>> byClass = new HashMap<>();
  private final Map<Part, Long> all = new EnumMap<>(Part.class);

  private PartCheck(IngestedTable table) {
    this.table = table;
    for (TableFile file : table.files()) {
      for (int row = 0; row < file.profile().keys().length; row++) {
        Part part = file.part(table.split(), row);
        byClass
            .computeIfAbsent(file.profile().labels()[row], name -> new EnumMap<>(Part.class))
            .merge(part, 1L, Long::sum);
        all.merge(part, 1L, Long::sum);
      }
    }
  }

  /** Refuses a split that cannot be trained or judged on; warns of what is doubtful. */
  static RowCounts of(IngestedTable table, List<String> warnings) {
    PartCheck check = new PartCheck(table);
    check.refuseEmptyParts();
    check.checkClasses(warnings);
    if (table.files().size() > 1) {
      SharedRows.of(table).forEach(warnings::add);
      OwnKeys.of(table).forEach(warnings::add);
    }
    return check.counts();
  }

  private void refuseEmptyParts() {
    if (!all.containsKey(Part.DEV)) {
      throw new DataException(
          "%s: the dev part is empty; there are too few rows, or too few different ones, for data.split.dev %s"
              .formatted(table.name(), table.split().rule().devShare()));
    }
    if (!all.containsKey(Part.TRAIN)) {
      throw new DataException(
          table.name() + ": the training part is empty; there are too few rows, or too few groups");
    }
  }

  private void checkClasses(List<String> warnings) {
    List<String> withoutDev = new ArrayList<>();
    for (String name : table.schema().classes()) {
      Map<Part, Long> theirs = byClass.getOrDefault(name, Map.of());
      if (!theirs.containsKey(Part.TRAIN)) {
        throw new DataException(
            "%s: no row of class '%s' is in the training part; more rows of it are needed"
                .formatted(table.name(), name));
      }
      if (!theirs.containsKey(Part.DEV)) {
        withoutDev.add(name);
      }
    }
    if (!withoutDev.isEmpty()) {
      warnings.add(
          "%s: classes without a row in the dev part: %s"
              .formatted(table.name(), String.join(", ", withoutDev)));
    }
  }

  private RowCounts counts() {
    return new RowCounts(
        table.files().stream().mapToLong(file -> file.profile().tally().rows()).sum(),
        table.files().stream().mapToLong(file -> file.profile().tally().bad()).sum(),
        all.getOrDefault(Part.TRAIN, 0L),
        all.getOrDefault(Part.DEV, 0L),
        all.getOrDefault(Part.TEST, 0L));
  }
}
