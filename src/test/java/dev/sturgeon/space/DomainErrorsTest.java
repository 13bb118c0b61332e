package dev.sturgeon.space;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What cannot be a domain, and how that is said. */
final class DomainErrorsTest {

  @Test
  void boundsMustBeInOrderAndFinite() {
    refused(() -> RealDomain.of(1, 1, Scale.LINEAR), "low 1 must be below high 1");
    refused(() -> IntegerDomain.of(3, 2, Scale.LINEAR), "low 3", "below high 2");
    refused(() -> new PowersOfTwo(64, 16), "low 64 must be below high 16");
    refused(() -> RealDomain.of(0, Double.NaN, Scale.LINEAR), "finite");
    refused(() -> RealDomain.of(-1e308, 1e308, Scale.LINEAR), "finite");
  }

  @Test
  void aScaleMustBeAbleToReachTheBounds() {
    refused(() -> RealDomain.of(0, 1, Scale.LOG), "log scale cannot reach 0", "positive low");
    refused(() -> IntegerDomain.of(-1, 5, Scale.LOG), "log scale cannot reach 0");
    refused(() -> RealDomain.of(0.9, 1, Scale.REVERSE_LOG), "cannot reach 1", "below 1");
    refused(() -> IntegerDomain.of(-3, 0, Scale.REVERSE_LOG), "real numbers below 1");
  }

  @Test
  void stepsMustFitTheRange() {
    refused(() -> new RealDomain(0, 1, Scale.LINEAR, 0.0), "step 0 must be positive");
    refused(() -> new RealDomain(0, 1, Scale.LINEAR, 2.0), "at most the range 1");
    refused(() -> new RealDomain(0, 1, Scale.LINEAR, Double.NaN), "step NaN");
    refused(() -> new RealDomain(0, 1, Scale.LINEAR, 1e-12), "too many values");
    refused(() -> new IntegerDomain(0, 9, Scale.LINEAR, -1), "step -1 must be positive");
  }

  @Test
  void integersMustBeSmallEnoughToBeExact() {
    refused(() -> IntegerDomain.of(0, 1L << 31, Scale.LINEAR), "at most 2147483647");
    refused(() -> IntegerDomain.of(Long.MIN_VALUE, 0, Scale.LINEAR), "at most 2147483647");
    refused(() -> IntegerDomain.of(-9, Integer.MAX_VALUE, Scale.LINEAR), "too many values");
    refused(() -> new PowersOfTwo(1, 1L << 40), "at most 2147483647");
  }

  @Test
  void powersOfTwoMustBePowersOfTwo() {
    refused(() -> new PowersOfTwo(16, 100), "must be powers of two, not 16 and 100");
    refused(() -> new PowersOfTwo(0, 8), "must be powers of two");
    refused(() -> new PowersOfTwo(Long.MIN_VALUE, 8), "must be powers of two");
  }

  @Test
  void choicesMustBeSeveralAndDiffer() {
    Value adam = Value.of("adam");
    refused(() -> new CategoricalDomain(List.of(adam)), "at least two choices");
    refused(() -> new CategoricalDomain(List.of(adam, adam)), "adam is among the choices twice");
    refused(
        () -> new CategoricalDomain(List.of(Value.of(1), Value.of(1.0))),
        "1.0 is among the choices twice");
  }

  @Test
  void aValueOutsideHasNoPlaceInTheUnitInterval() {
    refused(() -> RealDomain.of(0, 1, Scale.LINEAR).unitOf(Value.of(2)), "2 is not in real 0.0…1");
    refused(() -> RealDomain.of(0, 1, Scale.LINEAR).unitOf(Value.of("a")), "a is not in");
    refused(() -> IntegerDomain.of(0, 9, Scale.LINEAR).unitOf(Value.of(0.5)), "0.5 is not in");
    refused(() -> new PowersOfTwo(1, 8).unitOf(Value.of(3)), "3 is not in powers of two 1…8");
    refused(() -> new FixedDomain(Value.of(1)).unitOf(Value.of(2)), "2 is not in fixed 1");
  }

  @Test
  void valuesAndConditionsCheckThemselves() {
    refused(() -> Value.of(Double.NaN), "finite");
    refused(() -> new Condition.OneOf("updater", List.of()), "at least one value");
    refused(() -> new Condition.AtLeast("hiddenLayers", Double.NaN), "finite");
    refused(() -> Hyperparameter.of(" ", new FixedDomain(Value.of(1))), "needs a name");
    Domain units = IntegerDomain.of(1, 9, Scale.LINEAR);
    refused(
        () -> new Hyperparameter("units", units, Value.of(10), null),
        "default 10 of units is not in integer 1…9");
  }

  private static void refused(ThrowingCallable construction, String... said) {
    assertThatThrownBy(construction)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(said);
  }
}
