package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Files;
import dev.sturgeon.data.Source;
import dev.sturgeon.data.SplitRule.Part;
import dev.sturgeon.data.TableSchema;
import dev.sturgeon.data.TableSchema.Feature;
import dev.sturgeon.trial.Task;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a study for the first pass: what columns and values they hold.
 *
 * @param source which files
 * @param task whether the label is a class or a number
 * @param seed what split hashes are made with
 * @param sample which rows of the main file are used
 */
record FileReader(SparkSession spark, Source.Table source, Task task, long seed, Sample sample) {

  /** So many classes are named. */
  private static final int SHOWN = 10;

  /** The main file and what its columns mean. */
  record Training(TableFile file, TableSchema schema) {}

  /** Reads the main file and finds out what its columns mean. */
  Training first(List<String> warnings) {
    Table table = TableReader.open(spark, source);
    Roles roles = Roles.of(table, source.columns());
    Layout layout = Layout.of(table, source.reading(), roles, Expected.only(task)).with(sample);
    TableProfile profile = TableProfile.of(table, layout, seed);
    int[] numeric =
        SchemaFinder.numeric(
            table, roles.used(), source.columns().categorical(), profile.columns());
    layout = layout.with(layout.expected().withNumeric(numeric));
    if (SchemaFinder.anyMixed(numeric, profile.columns())) {
      // Which rows are bad is known only now.
      profile = TableProfile.of(table, layout, seed);
    }
    check(table, roles, profile, warnings);
    TableSchema schema = schema(table, roles, numeric, profile, warnings);
    Layout known = layout.with(Expected.of(task, schema, table));
    return new Training(new TableFile(table, known, profile, null), schema);
  }

  /** Reads the main file again by what was frozen. */
  Training again(TableSchema schema, List<String> warnings) {
    Table table = TableReader.open(spark, source);
    Roles roles = Roles.of(table, source.columns(), schema);
    Layout layout =
        Layout.of(table, source.reading(), roles, Expected.of(task, schema, table)).with(sample);
    TableProfile profile = TableProfile.of(table, layout, seed);
    check(table, roles, profile, warnings);
    return new Training(new TableFile(table, layout, profile, null), schema);
  }

  /** Reads the user's own dev and test files, whole, by what is known of the main one. */
  List<TableFile> ownParts(Training training, List<String> warnings) {
    Files places = source.files();
    List<TableFile> files = new ArrayList<>();
    if (places != null && places.dev() != null) {
      files.add(ownPart(training, Part.DEV, places.dev(), "data.devPath", warnings));
    }
    if (places != null && places.test() != null) {
      files.add(ownPart(training, Part.TEST, places.test(), "data.testPath", warnings));
    }
    return files;
  }

  private TableFile ownPart(
      Training training, Part part, String path, String setting, List<String> warnings) {
    TableSchema schema = training.schema();
    Table table = TableReader.open(spark, source, path, setting, schema, List.of());
    Roles roles = training.file().layout().roles().in(table, training.file().table());
    Layout layout = Layout.of(table, source.reading(), roles, Expected.of(task, schema, table));
    TableProfile profile = TableProfile.of(table, layout, seed);
    warnings.addAll(profile.tally().check(source.reading().badRows()));
    return new TableFile(table, layout, profile, part);
  }

  private void check(Table table, Roles roles, TableProfile profile, List<String> warnings) {
    warnings.addAll(profile.tally().check(source.reading().badRows()));
    if (profile.keys().length == 0) {
      TableTally tally = profile.tally();
      throw new DataException(
          tally.bad() > 0
              ? "%s: no row of the sample can be used; %s"
                  .formatted(table.name(), tally.firstProblem())
              : "%s: no row is in the sample; data.sample %s is too small for so few rows"
                  .formatted(table.name(), sample.share()));
    }
    if (!profile.lost().isEmpty()) {
      warnings.add(
          "%s: no row of these classes is in the sample (data.sample %s), so no network learns them: %s"
              .formatted(table.name(), sample.share(), shown(profile.lost())));
    }
    if (roles.by() == SplitKey.TIME && profile.columns()[roles.key()].holdsBoth()) {
      throw new DataException(
          "%s: column '%s' (data.time) holds both numbers and dates; it must be one of them"
              .formatted(table.name(), table.columns().get(roles.key())));
    }
  }

  private static String shown(List<String> classes) {
    String some = String.join(", ", classes.subList(0, Math.min(SHOWN, classes.size())));
    return classes.size() > SHOWN ? some + ", …" : some;
  }

  private TableSchema schema(
      Table table, Roles roles, int[] numeric, TableProfile profile, List<String> warnings) {
    String label = table.columns().get(roles.label());
    List<String> classes =
        task == Task.REGRESSION
            ? List.of()
            : ClassNames.of(table.name() + ", column '" + label + "'", profile.keysByLabel());
    List<Feature> features =
        SchemaFinder.features(table, roles.used(), numeric, profile.columns(), warnings);
    return new TableSchema(
        table.columns(),
        label,
        key(table, roles, SplitKey.ID),
        key(table, roles, SplitKey.GROUP),
        key(table, roles, SplitKey.TIME),
        features,
        classes);
  }

  private static @Nullable String key(Table table, Roles roles, SplitKey by) {
    return roles.by() == by ? table.columns().get(roles.key()) : null;
  }
}
