package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Secrets;
import dev.sturgeon.data.Source;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a table is reached: the options of Spark's reader, secrets among them. A value such as {@code
 * ${DB_PASSWORD}} is taken from the environment, so that no file holds it.
 */
final class Access {
  private static final String KEPT_NOWHERE =
      "%s was a secret and is kept nowhere, so these data cannot be read by what the study's"
          + " directory says; %s";

  private Access() {}

  /**
   * The options with their secrets.
   *
   * @param environment the value of a variable; null where there is none
   * @throws DataException if one is missing, or the source is that of a frozen configuration out of
   *     which secrets were taken
   */
  static SortedMap<String, String> options(
      Source.Table source, UnaryOperator<@Nullable String> environment) {
    if (source.files() != null && Secrets.isRedacted(source.files().main())) {
      throw new DataException(
          KEPT_NOWHERE.formatted(
              "data.path " + source.files().main(),
              "give the storage its keys in Spark's or Hadoop's configuration, not in the path"));
    }
    SortedMap<String, String> options = new TreeMap<>();
    source.options().forEach((name, value) -> options.put(name, option(name, value, environment)));
    return options;
  }

  private static String option(
      String name, String value, UnaryOperator<@Nullable String> environment) {
    String setting = "data.options." + name;
    if (Secrets.isRedacted(value)) {
      throw new DataException(
          KEPT_NOWHERE.formatted(
              setting,
              "studies whose configuration says ${DB_PASSWORD} there take it from the environment"
                  + " whenever they need it"));
    }
    String variable = Secrets.variable(value).orElse(null);
    if (variable == null) {
      return value;
    }
    String secret = environment.apply(variable);
    if (secret == null) {
      throw new DataException(
          "%s is %s, and the environment has no %s; set it".formatted(setting, value, variable));
    }
    return secret;
  }
}
