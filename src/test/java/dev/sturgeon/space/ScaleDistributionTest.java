package dev.sturgeon.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;

/** Which share of evenly spread points of the unit interval falls where, scale by scale. */
final class ScaleDistributionTest {
  private static final int POINTS = 100_000;

  @Test
  void linearGivesEqualStepsEqualShares() {
    RealDomain domain = RealDomain.of(2, 4, Scale.LINEAR);
    assertThat(share(domain, x -> x < 2.5)).isCloseTo(0.25, within(1e-4));
    assertThat(share(domain, x -> x > 3.9)).isCloseTo(0.05, within(1e-4));
  }

  @Test
  void logGivesEachDecadeTheSameShare() {
    RealDomain domain = RealDomain.of(1e-4, 1, Scale.LOG);
    for (double decade = 1e-4; decade < 0.5; decade *= 10) {
      double low = decade;
      assertThat(share(domain, x -> x >= low && x < 10 * low)).isCloseTo(0.25, within(1e-4));
    }
  }

  @Test
  void reverseLogGivesHalfToThe1000thsBelowOne() {
    RealDomain domain = RealDomain.of(0.9, 0.999, Scale.REVERSE_LOG);
    assertThat(share(domain, x -> x < 0.99)).isCloseTo(0.5, within(1e-4));
    assertThat(share(domain, x -> x < 0.9 + 0.1 * (1 - 1 / Math.sqrt(10))))
        .isCloseTo(0.25, within(1e-4));
  }

  @Test
  void reverseLogKeepsItsShapeAtTheLastDoublesBelowOne() {
    RealDomain domain = RealDomain.of(1 - 1e-6, 1 - 1e-12, Scale.REVERSE_LOG);
    assertThat(share(domain, x -> 1 - x > 1e-9)).isCloseTo(0.5, within(1e-4));
  }

  @Test
  void stepsOnALinearScaleAreEquallyLikelyTheEndsIncluded() {
    RealDomain dropout = new RealDomain(0, 0.5, Scale.LINEAR, 0.1);
    for (double value : new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.5}) {
      assertThat(share(dropout, x -> x == value)).isCloseTo(1 / 6.0, within(1e-4));
    }
    IntegerDomain layers = IntegerDomain.of(1, 3, Scale.LINEAR);
    for (int value = 1; value <= 3; value++) {
      int wanted = value;
      assertThat(share(layers, x -> x == wanted)).isCloseTo(1 / 3.0, within(1e-4));
    }
  }

  @Test
  void integersOnALogScaleHaveTheShareOfTheirSurroundings() {
    IntegerDomain units = IntegerDomain.of(1, 1000, Scale.LOG);
    double range = Math.log(1000.5 / 0.5);
    assertThat(share(units, x -> x == 1)).isCloseTo(Math.log(1.5 / 0.5) / range, within(1e-4));
    assertThat(share(units, x -> x == 10)).isCloseTo(Math.log(10.5 / 9.5) / range, within(1e-4));
    assertThat(share(units, x -> x > 100))
        .isCloseTo(Math.log(1000.5 / 100.5) / range, within(1e-4));
  }

  @Test
  void powersOfTwoAndChoicesAreEquallyLikely() {
    PowersOfTwo batch = new PowersOfTwo(16, 256);
    for (int power = 16; power <= 256; power *= 2) {
      int wanted = power;
      assertThat(share(batch, x -> x == wanted)).isCloseTo(0.2, within(1e-4));
    }
    CategoricalDomain choices =
        new CategoricalDomain(List.of(Value.of(1), Value.of(5), Value.of(3)));
    assertThat(share(choices, x -> x == 5)).isCloseTo(1 / 3.0, within(1e-4));
  }

  private static double share(Domain domain, DoublePredicate wanted) {
    int hits = 0;
    for (int i = 0; i < POINTS; i++) {
      Value value = domain.at((i + 0.5) / POINTS);
      double x = value instanceof Value.Int n ? n.value() : ((Value.Real) value).value();
      hits += wanted.test(x) ? 1 : 0;
    }
    return (double) hits / POINTS;
  }
}
