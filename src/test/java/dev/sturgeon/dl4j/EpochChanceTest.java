package dev.sturgeon.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EpochChanceTest {

  @Test
  void everyRowComesOnce() {
    int[] order = EpochChance.of(5, 3, 1000).order();
    assertThat(order).isNotEqualTo(IntStream.range(0, 1000).toArray());
    assertThat(Arrays.stream(order).sorted().toArray())
        .isEqualTo(IntStream.range(0, 1000).toArray());
  }

  @Test
  void itFollowsFromSeedAndEpochAlone() {
    assertThat(EpochChance.of(5, 3, 50).order()).isEqualTo(EpochChance.of(5, 3, 50).order());
    assertThat(EpochChance.of(5, 3, 50).dropoutSeed())
        .isEqualTo(EpochChance.of(5, 3, 50).dropoutSeed());
  }

  @Test
  void neighbouringSeedsAndEpochsShareNothing() {
    long count =
        IntStream.range(0, 40)
            .boxed()
            .flatMap(seed -> IntStream.range(1, 40).mapToObj(e -> EpochChance.of(seed, e, 50)))
            .map(chance -> Arrays.toString(chance.order()) + chance.dropoutSeed())
            .distinct()
            .count();
    assertThat(count).isEqualTo(40 * 39);
  }
}
