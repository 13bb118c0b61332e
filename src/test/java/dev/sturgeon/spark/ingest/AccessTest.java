package dev.sturgeon.spark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Files;
import dev.sturgeon.data.Source;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AccessTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("DB_PASSWORD", "hunter2");

  private static Source.Table table(@Nullable Files files, Map<String, String> options) {
    return new Source.Table(
        "jdbc",
        files,
        Source.Columns.of("churned"),
        Source.Reading.usual(),
        new TreeMap<>(options));
  }

  private static Map<String, String> options(Map<String, String> options) {
    return Access.options(table(null, options), ENVIRONMENT::get);
  }

  @Test
  void aVariableIsTakenFromTheEnvironmentAndAllElseAsItIs() {
    assertThat(options(Map.of("password", "${DB_PASSWORD}", "dbtable", "a$b", "user", "$ann")))
        .isEqualTo(Map.of("password", "hunter2", "dbtable", "a$b", "user", "$ann"));
  }

  @Test
  void aVariableThatIsMissingIsNamed() {
    assertThatThrownBy(() -> options(Map.of("password", "${DB_PASWORD}")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "data.options.password is ${DB_PASWORD}, and the environment has no DB_PASWORD; set it");
  }

  @Test
  void whatTheStudyDidNotKeepIsSaidBeforeAnythingIsTried() {
    assertThatThrownBy(() -> options(Map.of("password", "REDACTED")))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("data.options.password was a secret", "${DB_PASSWORD}");
    Files files = new Files("s3a://REDACTED@bucket/rows", null, null);
    assertThatThrownBy(() -> Access.options(table(files, Map.of()), ENVIRONMENT::get))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("data.path s3a://REDACTED@bucket/rows", "Hadoop's configuration");
  }
}
