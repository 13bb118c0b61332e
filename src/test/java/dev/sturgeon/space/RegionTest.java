package dev.sturgeon.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RegionTest {
  private static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              Hyperparameter.of("rate", RealDomain.of(1e-4, 1, Scale.LOG)),
              Hyperparameter.of("batch", new PowersOfTwo(16, 256)),
              Hyperparameter.of(
                  "updater", new CategoricalDomain(List.of(Value.of("sgd"), Value.of("adam"))))));

  @Test
  void theWholeIsTheSpaceItself() {
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      double[] cube = random.doubles(3).toArray();
      assertThat(Region.whole(SPACE).at(cube)).isEqualTo(SPACE.at(cube));
    }
  }

  @Test
  void aPartHoldsItsEndsAndNothingBeyond() {
    Region part =
        new Region(
            SPACE,
            List.of(
                new Region.Range(0.5, 0.75),
                new Region.Range(0, 0.4),
                new Region.Choices(List.of(Value.of("adam")))));
    assertThat(part.at(new double[] {0, 0, 0}).real("rate")).isCloseTo(0.01, within(1e-9));
    for (double unit : new double[] {0, 0.3, 0.7, 1}) {
      Configuration drawn = part.at(new double[] {unit, unit, unit});
      assertThat(drawn.real("rate")).isBetween(0.0099999, 0.1000001);
      assertThat(drawn.integer("batch")).isBetween(16, 64);
      assertThat(drawn.text("updater")).isEqualTo("adam");
    }
  }

  @Test
  void whatIsNoRegionIsRefused() {
    assertThatThrownBy(() -> new Region.Range(0.5, 0.5)).hasMessageContaining("0.5…0.5");
    assertThatThrownBy(() -> new Region.Range(0.5, 1.1)).hasMessageContaining("[0, 1]");
    assertThatThrownBy(() -> new Region.Choices(List.of())).hasMessageContaining("one choice");
    assertThatThrownBy(() -> new Region(SPACE, List.of())).hasMessageContaining("3 extents, not 0");
  }
}
