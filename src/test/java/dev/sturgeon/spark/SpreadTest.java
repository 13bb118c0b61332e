package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SpreadTest {

  @Test
  void fillsExecutorsInProportionToTheirSlots() {
    Map<String, Integer> slots = new TreeMap<>(Map.of("driver", 0, "large", 4, "small", 2));
    List<String> taken = new ArrayList<>();
    for (int lease = 0; lease < 3; lease++) {
      taken.add(Spread.next(slots, taken).orElseThrow());
    }
    assertThat(taken).containsExactlyInAnyOrder("large", "large", "small");
    for (int lease = 3; lease < 6; lease++) {
      taken.add(Spread.next(slots, taken).orElseThrow());
    }
    assertThat(Collections.frequency(taken, "large")).isEqualTo(4);
    assertThat(Spread.next(slots, taken)).as("all are full").isEmpty();
  }

  @Test
  void whereNoExecutorIsKnownSparkChooses() {
    assertThat(Spread.next(Map.of(), List.of("", "1"))).isEmpty();
  }
}
