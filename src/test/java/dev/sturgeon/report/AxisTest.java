package dev.sturgeon.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.PowersOfTwo;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.Value;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AxisTest {

  @Test
  void ticksAreRoundAndFewWhateverTheRange() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      double low = random.nextGaussian() * Math.pow(10, random.nextInt(6) - 3);
      double high = low + Math.pow(10, random.nextDouble() * 8 - 4);
      Axis axis = Axis.linear("x", low, high);
      assertThat(axis.ticks()).as("%s to %s", low, high).hasSizeBetween(3, 9);
      assertThat(axis.ticks())
          .allMatch(tick -> axis.position(tick.at()) >= 0 && axis.position(tick.at()) <= 1);
    }
    assertThat(Axis.linear("x", 0, 1).ticks())
        .extracting(Axis.Tick::text)
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
  }

  @Test
  void aSinglePointIsWidened() {
    Axis axis = Axis.linear("x", 0.5, 0.5);
    assertThat(axis.position(0.5)).isCloseTo(0.5, within(1e-9));
    assertThat(Axis.linear("x", 0, 0).high()).isPositive();
  }

  @Test
  void whatIsBeyondTheEndsLiesAtTheEnds() {
    Axis axis = Axis.linear("x", 0, 1);
    assertThat(axis.position(-3)).isZero();
    assertThat(axis.position(7)).isEqualTo(1);
  }

  @Test
  void aHyperparameterIsDrawnOnItsOwnScale() {
    assertThat(Axis.of("lr", RealDomain.of(1e-4, 1, Scale.LOG)).ticks())
        .extracting(Axis.Tick::text)
        .containsExactly("0.0001", "0.001", "0.01", "0.1", "1");
    assertThat(Axis.of("b", new PowersOfTwo(16, 128)).ticks())
        .extracting(Axis.Tick::text)
        .containsExactly("16", "32", "64", "128");
    assertThat(Axis.of("n", IntegerDomain.of(1, 3, Scale.LINEAR)).ticks()).hasSize(3);
    assertThat(Axis.of("u", new CategoricalDomain(List.of(Value.of("a"), Value.of("b")))).ticks())
        .containsExactly(new Axis.Tick(0.25, "a"), new Axis.Tick(0.75, "b"));
  }
}
