package dev.sturgeon.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.PowersOfTwo;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NetworkCatalogueTest {
  private static final Catalogue CATALOGUE =
      NetworkCatalogue.of(
          List.of(
              Hyperparameter.of("depth", IntegerDomain.of(1, 4, Scale.LINEAR)),
              Hyperparameter.of("kernels", new PowersOfTwo(8, 32)),
              Hyperparameter.of("gain", RealDomain.of(0.1, 1, Scale.LOG)),
              Hyperparameter.of(
                  "pooling", new CategoricalDomain(List.of(Value.of("max"), Value.of("mean")))),
              Hyperparameter.of("margin", new FixedDomain(Value.of(2.0))),
              Hyperparameter.of("tag", new FixedDomain(Value.of("plain")))));

  @Test
  void numbersMayLeaveTheirUsualDomain() {
    assertThat(isLegal("depth", Value.of(9L))).isTrue();
    assertThat(isLegal("kernels", Value.of(12L))).isTrue();
    assertThat(isLegal("gain", Value.of(3.0))).isTrue();
    assertThat(isLegal("gain", Value.of(3L))).isTrue();
    assertThat(isLegal("margin", Value.of(1L))).isTrue();
  }

  @Test
  void valuesOfAnotherKindAreIllegal() {
    assertThat(isLegal("depth", Value.of(2.5))).isFalse();
    assertThat(isLegal("kernels", Value.of("many"))).isFalse();
    assertThat(isLegal("gain", Value.of("much"))).isFalse();
    assertThat(isLegal("pooling", Value.of("median"))).isFalse();
    assertThat(isLegal("tag", Value.of(1L))).isFalse();
  }

  @Test
  void whatIsFixedIsNotSearched() {
    assertThat(CATALOGUE.find("margin").orElseThrow().searched()).isEmpty();
    assertThat(CATALOGUE.find("gain").orElseThrow().searched())
        .contains(RealDomain.of(0.1, 1, Scale.LOG));
  }

  private static boolean isLegal(String name, Value value) {
    return CATALOGUE.problem(name, new FixedDomain(value)).isEmpty();
  }
}
