package dev.sturgeon.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConfigurationTest {
  private static final Configuration CONFIGURATION =
      Configuration.of(
          Map.of("units", Value.of(64), "rate", Value.of(0.1), "updater", Value.of("adam")));

  @Test
  void valuesAreReadAsTheirTypeAndIntegersWiden() {
    assertThat(CONFIGURATION.integer("units")).isEqualTo(64);
    assertThat(CONFIGURATION.real("units")).isEqualTo(64.0);
    assertThat(CONFIGURATION.real("rate")).isEqualTo(0.1);
    assertThat(CONFIGURATION.text("updater")).isEqualTo("adam");
  }

  @Test
  void aWrongTypeOrNameIsRefusedByName() {
    assertThatThrownBy(() -> CONFIGURATION.integer("rate"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rate is '0.1', not an integer");
    assertThatThrownBy(() -> CONFIGURATION.with("units", Value.of(1L << 40)).integer("units"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("units is '1099511627776'");
    assertThatThrownBy(() -> CONFIGURATION.real("updater"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("updater is the text 'adam'");
    assertThatThrownBy(() -> CONFIGURATION.text("rate"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rate is the number 0.1");
    assertThatThrownBy(() -> CONFIGURATION.get("momentum"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no hyperparameter 'momentum', only [rate, units, updater]");
  }

  @Test
  void withChangesACopy() {
    assertThat(CONFIGURATION.with("rate", Value.of(0.2)).real("rate")).isEqualTo(0.2);
    assertThat(CONFIGURATION.real("rate")).isEqualTo(0.1);
  }
}
