package dev.sturgeon.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every domain promises, tried on chosen and on seeded random ones. */
final class DomainRoundTripTest {

  static List<Domain> domains() {
    List<Domain> domains =
        new ArrayList<>(
            List.of(
                RealDomain.of(-3, 5, Scale.LINEAR),
                RealDomain.of(1e-300, 1e300, Scale.LOG),
                RealDomain.of(0.9, Math.nextDown(1.0), Scale.REVERSE_LOG),
                new RealDomain(0, 0.5, Scale.LINEAR, 0.1),
                new RealDomain(0, 1, Scale.LINEAR, 0.3),
                new RealDomain(0.1, 10, Scale.LOG, 0.1),
                new RealDomain(0.1, 0.9, Scale.REVERSE_LOG, 0.4),
                new RealDomain(0.5, 0.95, Scale.REVERSE_LOG, 0.05),
                new IntegerDomain(-7, 9, Scale.LINEAR, 4),
                new IntegerDomain(1, 100, Scale.LOG, 7),
                IntegerDomain.of(1, Integer.MAX_VALUE, Scale.LOG),
                new PowersOfTwo(1, 1 << 30),
                new CategoricalDomain(List.of(Value.of("a"), Value.of(2), Value.of(0.5))),
                new FixedDomain(Value.of("relu"))));
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      domains.add(any(random));
    }
    return domains;
  }

  private static Domain any(Random random) {
    double low = Math.exp(random.nextDouble() * 12 - 10);
    double high = low * (1.5 + 1000 * random.nextDouble());
    return switch (random.nextInt(5)) {
      case 0 -> RealDomain.of(low, high, random.nextBoolean() ? Scale.LOG : Scale.LINEAR);
      case 1 -> RealDomain.of(1 - 1 / (1 + low), 1 - 1 / (1 + high), Scale.REVERSE_LOG);
      case 2 ->
          new RealDomain(
              low,
              high,
              random.nextBoolean() ? Scale.LOG : Scale.LINEAR,
              (high - low) * random.nextDouble());
      case 3 ->
          new IntegerDomain(
              1 + (long) low,
              3 + (long) high,
              random.nextBoolean() ? Scale.LOG : Scale.LINEAR,
              1 + random.nextInt(2));
      default -> new PowersOfTwo(1L << random.nextInt(5), 1L << (5 + random.nextInt(5)));
    };
  }

  @ParameterizedTest
  @MethodSource("domains")
  void aValueComesBackFromItsPointOfTheUnitInterval(Domain domain) {
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      double unit = i == 0 ? 0 : i == 1 ? 1 : random.nextDouble();
      Value value = domain.at(unit);
      double back = domain.unitOf(value);
      assertThat(domain.contains(value)).as("%s holds %s", domain, value).isTrue();
      assertThat(back).isBetween(0.0, 1.0);
      if (domain instanceof RealDomain real && real.step() == null) {
        // Near 1 a double is only so fine: 1 - 2^-53 is the last one.
        double resolution = real.scale() == Scale.REVERSE_LOG ? 1e-16 / (1 - real.high()) : 0;
        assertThat(back).isCloseTo(unit, within(1e-9 + resolution));
      } else {
        assertThat(domain.at(back)).isEqualTo(value);
      }
    }
  }

  static List<Domain> numbers() {
    return domains().stream()
        .filter(domain -> !(domain instanceof CategoricalDomain || domain instanceof FixedDomain))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void numbersRiseWithTheUnitInterval(Domain domain) {
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= 50; i++) {
      double value = number(domain.at(i / 50.0));
      assertThat(value).isGreaterThanOrEqualTo(last);
      last = value;
    }
  }

  @Test
  void bothBoundsAreMetExactly() {
    RealDomain rate = RealDomain.of(1e-4, 0.1, Scale.LOG);
    assertThat(rate.at(0)).isEqualTo(Value.of(1e-4));
    assertThat(rate.at(1)).isEqualTo(Value.of(0.1));
    assertThat(rate.at(rate.unitOf(Value.of(1e-4)))).isEqualTo(Value.of(1e-4));
    RealDomain momentum = RealDomain.of(0.9, 0.999, Scale.REVERSE_LOG);
    assertThat(momentum.at(0)).isEqualTo(Value.of(0.9));
    assertThat(momentum.at(1)).isEqualTo(Value.of(0.999));
    assertThat(IntegerDomain.of(1, 10, Scale.LOG).at(1)).isEqualTo(Value.of(10));
    assertThat(new PowersOfTwo(16, 256).at(0)).isEqualTo(Value.of(16));
    assertThat(new PowersOfTwo(16, 256).at(1)).isEqualTo(Value.of(256));
  }

  @Test
  void stepsGiveTheDecimalsThatWereMeant() {
    RealDomain dropout = new RealDomain(0, 0.3, Scale.LINEAR, 0.1);
    assertThat(dropout.at(0.99)).isEqualTo(Value.of(0.3));
    assertThat(dropout.contains(Value.of(0.1 + 0.2))).isTrue();
    assertThat(dropout.contains(Value.of(0.25))).isFalse();
    assertThat(dropout.contains(Value.of(0))).isTrue();
  }

  @Test
  void aStepThatDoesNotDivideTheRangeEndsBelowHigh() {
    assertThat(new RealDomain(0, 1, Scale.LINEAR, 0.3).at(1)).isEqualTo(Value.of(0.9));
    IntegerDomain units = new IntegerDomain(10, 25, Scale.LINEAR, 10);
    assertThat(units.at(1)).isEqualTo(Value.of(20));
    assertThat(units.contains(Value.of(25))).isFalse();
  }

  @Test
  void aPointOutsideTheUnitIntervalIsRefused() {
    for (Domain domain : domains().subList(0, 13)) {
      for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
        assertThat(catchThrowable(() -> domain.at(wrong)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("unit interval");
      }
    }
  }

  private static double number(Value value) {
    return value instanceof Value.Int integer
        ? (double) integer.value()
        : ((Value.Real) value).value();
  }
}
