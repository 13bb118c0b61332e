package dev.sturgeon.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.data.SplitRule.Part;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SharedKeySplitTest {

  @Test
  void sharesOfRowsComeAsNearAsGroupsAllow() {
    Random random = new Random(1);
    long[] keys =
        IntStream.range(0, 300)
            .mapToObj(group -> group)
            .flatMapToLong(group -> random.longs(1 + group % 20, group, group + 1))
            .map(RowHash::mix)
            .toArray();
    SplitRule rule = SplitRule.together(1, 0.2, 0.1, keys);

    // No group is larger than 20 rows, so no boundary is more than 10 rows off.
    assertThat(count(rule, keys, Part.TEST))
        .isBetween(keys.length / 10 - 11L, keys.length / 10 + 11L);
    assertThat(count(rule, keys, Part.DEV)).isBetween(keys.length / 5 - 11L, keys.length / 5 + 11L);
  }

  @Test
  void noPartIsEmptyWhileThereAreKeysForAll() {
    long[] keys = {5, 5, 5, 5, 5, 5, 5, 5, 6, 7};
    SplitRule rule = SplitRule.together(1, 0.1, 0.1, keys);

    for (Part part : Part.values()) {
      assertThat(count(rule, keys, part)).isPositive();
    }
  }

  @Test
  void theLatestRowsAreTest() {
    long[] keys = IntStream.range(-50, 50).mapToLong(TimeKey::of).toArray();
    SplitRule rule = SplitRule.together(1, 0.2, 0.1, keys);

    assertThat(rule.part("", TimeKey.of(40))).isEqualTo(Part.TEST);
    assertThat(rule.part("", TimeKey.of(39))).isEqualTo(Part.DEV);
    assertThat(rule.part("", TimeKey.of(20))).isEqualTo(Part.DEV);
    assertThat(rule.part("", TimeKey.of(19))).isEqualTo(Part.TRAIN);
    assertThat(rule.part("", TimeKey.of(-1e300))).isEqualTo(Part.TRAIN);
    assertThat(rule.part("", TimeKey.of(1e300))).isEqualTo(Part.TEST);
  }

  @Test
  void timesAreNumbersOrIsoDates() {
    assertThat(TimeKey.parse("12.5")).isEqualTo(12.5);
    assertThat(TimeKey.parse("1970-01-02")).isEqualTo(86_400e6);
    assertThat(TimeKey.parse("1970-01-01T01:00:00+01:00")).isZero();
    assertThat(TimeKey.parse("1970-01-01 00:00:01.5")).isEqualTo(1.5e6);
    assertThat(TimeKey.parse("1970-01-01T00:00:01.000Z")).isEqualTo(1e6);
    assertThat(TimeKey.parse("2024-02-30")).isNaN();
    assertThat(TimeKey.parse("yesterday evening")).isNaN();
    assertThat(TimeKey.parse(null)).isNaN();
  }

  @Test
  void shortNumbersAreReadAsTheLibraryReadsThem() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      String text =
          "%.{0}f".replace("{0}", "" + random.nextInt(9)).formatted(random.nextGaussian() * 1e4);
      assertThat(DecimalText.parse(text)).isEqualTo(Double.parseDouble(text));
    }
  }

  private static long count(SplitRule rule, long[] keys, Part part) {
    return Arrays.stream(keys).filter(key -> rule.part("", key) == part).count();
  }
}
