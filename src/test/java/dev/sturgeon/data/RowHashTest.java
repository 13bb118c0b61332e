package dev.sturgeon.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RowHashTest {

  @Test
  void aNumberIsTheSameHoweverItIsWritten() {
    assertThat(hash("1", "x")).isEqualTo(hash("1.0", "x")).isEqualTo(hash("1e0", "x"));
    assertThat(hash("0")).isEqualTo(hash("-0.0"));
  }

  @Test
  void differentRowsDiffer() {
    assertThat(
            new long[] {
              hash("1", "2"),
              hash("2", "1"),
              hash("1", null),
              hash(null, "1"),
              hash("1", ""),
              hash("1", "a"),
              hash("1", "ab"),
              hash("1", "ba"),
              hash("1")
            })
        .doesNotHaveDuplicates();
  }

  @Test
  void theSeedChangesTheHash() {
    assertThat(RowHash.of(1, new String[] {"a"}, new double[] {Double.NaN}, new int[] {0}))
        .isNotEqualTo(RowHash.of(2, new String[] {"a"}, new double[] {Double.NaN}, new int[] {0}));
  }

  private static long hash(@Nullable String... texts) {
    double[] numbers = new double[texts.length];
    for (int i = 0; i < texts.length; i++) {
      numbers[i] = DecimalText.parse(texts[i]);
    }
    return RowHash.of(7, texts, numbers, IntStream.range(0, texts.length).toArray());
  }
}
