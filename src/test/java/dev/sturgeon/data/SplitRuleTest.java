package dev.sturgeon.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.SplitRule.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SplitRuleTest {

  @Test
  void sharesOfEachClassAreExactRoundedDown() {
    // In binary 0.29 * 100 is below 29.
    SplitRule rule =
        SplitRule.stratified(1, 0.29, 0.15, Map.of("a", hashes(100, 1), "b", hashes(7, 2)));

    assertThat(count(rule, "a", hashes(100, 1), Part.DEV)).isEqualTo(29);
    assertThat(count(rule, "a", hashes(100, 1), Part.TEST)).isEqualTo(15);
    assertThat(count(rule, "b", hashes(7, 2), Part.DEV)).isEqualTo(2);
    assertThat(count(rule, "b", hashes(7, 2), Part.TEST)).isEqualTo(1);
    assertThat(count(rule, "b", hashes(7, 2), Part.TRAIN)).isEqualTo(4);
  }

  @Test
  void smallestClassKeepsItsRowsForTraining() {
    SplitRule rule = SplitRule.stratified(1, 0.4, 0.4, Map.of("rare", hashes(2, 1)));

    assertThat(count(rule, "rare", hashes(2, 1), Part.TRAIN)).isEqualTo(2);
  }

  @Test
  void equalHashesAtAThresholdStayTogetherAndTheShareIsNotExceeded() {
    long[] half = new long[10];
    Arrays.fill(half, 0, 5, 1L);
    Arrays.fill(half, 5, 10, 2L);
    SplitRule rule = SplitRule.stratified(1, 0.2, 0.3, Map.of("a", half));

    assertThat(count(rule, "a", half, Part.TEST)).isZero();
    assertThat(count(rule, "a", half, Part.DEV)).isEqualTo(5);
  }

  @Test
  void rowsThatComeLaterFallInAboutTheSameShares() {
    SplitRule rule = SplitRule.stratified(1, 0.2, 0.1, Map.of("a", hashes(5000, 3)));
    long[] later = hashes(20_000, 4);

    assertThat(count(rule, "a", later, Part.DEV)).isBetween(3700L, 4300L);
    assertThat(count(rule, "a", later, Part.TEST)).isBetween(1750L, 2250L);
  }

  @Test
  void anUnknownClassGoesByThePlainShares() {
    SplitRule rule = new SplitRule(1, 0.25, 0.25, new TreeMap<>(), null);

    assertThat(rule.part("new", 0)).isEqualTo(Part.TEST);
    assertThat(rule.part("new", 0x3fff_ffff_ffff_ffffL)).isEqualTo(Part.TEST);
    assertThat(rule.part("new", 0x4000_0000_0000_0000L)).isEqualTo(Part.DEV);
    assertThat(rule.part("new", 0x7fff_ffff_ffff_ffffL)).isEqualTo(Part.DEV);
    // Hashes are unsigned: this one is the middle, not the least.
    assertThat(rule.part("new", Long.MIN_VALUE)).isEqualTo(Part.TRAIN);
    assertThat(rule.part("new", -1)).isEqualTo(Part.TRAIN);
  }

  @Test
  void survivesSerialisation() throws Exception {
    SplitRule rule = SplitRule.stratified(9, 0.2, 0.1, Map.of("a", hashes(50, 3)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(rule);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(rule);
    }
  }

  @Test
  void refusesSharesThatLeaveNothingToTrainOn() {
    assertThatThrownBy(() -> SplitRule.stratified(1, 0.5, 0.5, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.5 and 0.5");
  }

  private static long count(SplitRule rule, String label, long[] hashes, Part part) {
    return Arrays.stream(hashes).filter(hash -> rule.part(label, hash) == part).count();
  }

  private static long[] hashes(int count, long seed) {
    return new Random(seed).longs(count).toArray();
  }
}
