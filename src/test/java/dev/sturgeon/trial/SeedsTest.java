package dev.sturgeon.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SeedsTest {

  @Test
  void isTheSameEverywhereAndForEver() {
    // The first output of SplitMix64 with seed 0, as published; the other from a second program.
    assertThat(Seeds.ofTrial(0, new TrialId(0))).isEqualTo(0xe220a8397b1dcdafL);
    assertThat(Seeds.ofTrial(42, new TrialId(17))).isEqualTo(4129672976449219639L);
  }

  @Test
  void neighbouringStudiesAndTrialsShareNoSeed() {
    Set<Long> seeds = new HashSet<>();
    for (long study = -100; study < 100; study++) {
      for (int number = 0; number < 500; number++) {
        seeds.add(Seeds.ofTrial(study, new TrialId(number)));
      }
    }
    assertThat(seeds).hasSize(200 * 500);
  }

  @Test
  void neighboursDifferInHalfTheirBits() {
    long differing = 0;
    for (int number = 0; number < 1000; number++) {
      differing +=
          Long.bitCount(
              Seeds.ofTrial(1, new TrialId(number)) ^ Seeds.ofTrial(1, new TrialId(number + 1)));
    }
    assertThat(differing / 1000.0).isBetween(31.0, 33.0);
  }
}
