package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class EvaluatedTest {

  @Test
  void figuresOfNumbersAreLegibleWhateverTheirUnit() {
    Map<String, Double> metrics = Map.of("rmse", 43210.987, "mae", 0.0000123456, "r2", -0.25);
    assertThat(new Evaluated("new.csv", 12, new TreeMap<>(metrics), List.of()).text().lines())
        .containsExactly(
            "12 rows of new.csv",
            "  mae                1.235e-5",
            "  r2                 -0.2500",
            "  rmse               43211.0");
  }
}
