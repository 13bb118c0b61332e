package dev.sturgeon.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.data.SplitRule.ClassThresholds;
import dev.sturgeon.data.SplitRule.Part;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SplitTest {
  private static final SplitRule RULE =
      new SplitRule(
          1,
          0.2,
          0.2,
          new TreeMap<>(
              Map.of(
                  "a", new ClassThresholds(100, 200),
                  "b", new ClassThresholds(120, 150),
                  "c", new ClassThresholds(0, 10))),
          null);

  @Test
  void rowsOfOneHashAndDifferentClassesGoToTheFirstOfTheirParts() {
    Split split =
        Split.of(RULE, new String[] {"a", "b", "b", "c", "a"}, new long[] {110, 110, 5, 5, 5});

    assertThat(RULE.part("a", 110)).isEqualTo(Part.DEV);
    assertThat(RULE.part("b", 110)).isEqualTo(Part.TEST);
    assertThat(split.part("a", 110)).isEqualTo(Part.DEV);
    assertThat(split.part("b", 110)).isEqualTo(Part.DEV);
    assertThat(split.part("b", 5)).isEqualTo(Part.DEV);
    assertThat(split.part("c", 5)).isEqualTo(Part.DEV);
  }

  @Test
  void nothingIsJoinedWhereTheRuleAgrees() {
    Split split = Split.of(RULE, new String[] {"a", "a", "b", "b"}, new long[] {50, 50, 50, 130});

    assertThat(split.joined()).isEmpty();
    assertThat(split.part("b", 130)).isEqualTo(Part.DEV);
  }
}
