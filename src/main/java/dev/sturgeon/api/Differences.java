package dev.sturgeon.api;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Source;
import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How what a study began with differs from what it is given now, in words. */
final class Differences {
  private static final String ABSENT = "not searched";

  private Differences() {}

  /** One for each hyperparameter that differs; never empty where the spaces are not equal. */
  static List<String> ofSpaces(SearchSpace then, SearchSpace now) {
    Map<String, String> before = domains(then);
    Map<String, String> after = domains(now);
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String was = before.getOrDefault(name, ABSENT);
      String is = after.getOrDefault(name, ABSENT);
      if (!was.equals(is)) {
        differences.add("space.%s %s, now %s".formatted(name, was, is));
      }
    }
    if (differences.isEmpty() && !then.equals(now)) {
      differences.add("another search space");
    }
    return differences;
  }

  private static Map<String, String> domains(SearchSpace space) {
    Map<String, String> domains = new LinkedHashMap<>();
    for (Hyperparameter each : space.hyperparameters()) {
      domains.put(
          each.name(),
          each.domain()
              + (each.condition() == null ? "" : " where " + each.condition())
              + (each.domain().isFixed() ? "" : " default " + each.defaultValue()));
    }
    return domains;
  }

  /** Of what is made of the same files: how they are split and read. */
  static List<String> ofSpecs(DataSpec then, DataSpec now) {
    List<String> differences = new ArrayList<>();
    compare("data.sample", then.sample(), now.sample(), differences);
    compare("data.split.dev", then.dev(), now.dev(), differences);
    compare("data.split.test", then.test(), now.test(), differences);
    compare("data.split.seed", seed(then), seed(now), differences);
    if (then.source() instanceof Source.Table before
        && now.source() instanceof Source.Table after) {
      compare("data.columns", before.columns(), after.columns(), differences);
      compare("data.reading", before.reading(), after.reading(), differences);
    }
    return differences;
  }

  private static String seed(DataSpec spec) {
    return spec.seed() == null ? "as the study's" : spec.seed().toString();
  }

  /** Of data that do not hash to the same. */
  static String ofData(DataFacts then, DataFacts now) {
    List<String> differences = new ArrayList<>();
    compare("rows", then.rows(), now.rows(), differences);
    compare("features", then.columns(), now.columns(), differences);
    compare("classes", then.classes(), now.classes(), differences);
    return differences.isEmpty()
        ? "other data: as many rows and features, but other values"
        : "other data: " + String.join(", ", differences);
  }

  private static void compare(String what, Object then, Object now, List<String> differences) {
    if (!then.equals(now)) {
      differences.add("%s %s, now %s".formatted(what, then, now));
    }
  }
}
