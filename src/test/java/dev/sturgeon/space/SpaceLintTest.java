package dev.sturgeon.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SpaceLintTest {

  @Test
  void decadesOnALinearScale() {
    assertThat(lint("learningRate", RealDomain.of(1e-4, 1, Scale.LINEAR)))
        .containsExactly("learningRate linear 1e-4…1: 90 % of the samples exceed 0.1; use log");
    assertThat(lint("units", IntegerDomain.of(1, 1000, Scale.LINEAR)))
        .containsExactly("units linear 1…1000: 90 % of the samples exceed 100; use log");
  }

  @Test
  void decayRatesOfAveragesOnAnotherScale() {
    assertThat(lint("momentum", RealDomain.of(0.9, 0.999, Scale.LINEAR)))
        .containsExactly(
            "momentum linear 0.9…0.999: 91 % of the samples lie below 0.99; use reverse-log");
    assertThat(lint("momentum", RealDomain.of(0.9, 0.99, Scale.LOG)))
        .singleElement()
        .asString()
        .startsWith("momentum log 0.9…0.99: ")
        .endsWith("use reverse-log");
  }

  @Test
  void aConditionThatNeverHolds() {
    Hyperparameter updater = Hyperparameter.of("updater", new FixedDomain(Value.of("adam")));
    Domain range = RealDomain.of(0.8, 0.99, Scale.REVERSE_LOG);
    Condition never = new Condition.OneOf("updater", List.of(Value.of("nesterov")));
    Hyperparameter momentum = new Hyperparameter("momentum", range, null, never);
    assertThat(new SearchSpace(List.of(updater, momentum)).lint())
        .containsExactly(
            "momentum is searched but never exists: updater is fixed adam, and it needs"
                + " updater in [nesterov]");
    Hyperparameter fixed = new Hyperparameter("l2", new FixedDomain(Value.of(0)), null, never);
    Hyperparameter rate = Hyperparameter.of("learningRate", RealDomain.of(0.01, 1, Scale.LOG));
    assertThat(new SearchSpace(List.of(updater, fixed, rate)).lint()).isEmpty();
  }

  @Test
  void nothingIsSearched() {
    assertThat(lint("units", new FixedDomain(Value.of(5))))
        .containsExactly("every hyperparameter is fixed: all trials train the same configuration");
  }

  @Test
  void sensibleSpacesAreSilent() {
    assertThat(lint("learningRate", RealDomain.of(1e-4, 1, Scale.LOG))).isEmpty();
    assertThat(lint("momentum", RealDomain.of(0.9, 0.999, Scale.REVERSE_LOG))).isEmpty();
    assertThat(lint("dropout", RealDomain.of(0, 0.9, Scale.LINEAR))).isEmpty();
    assertThat(lint("keep", RealDomain.of(0.8, 0.95, Scale.LINEAR))).isEmpty();
    assertThat(lint("units", IntegerDomain.of(32, 256, Scale.LINEAR))).isEmpty();
    assertThat(lint("batchSize", new PowersOfTwo(1, 1024))).isEmpty();
  }

  private static List<String> lint(String name, Domain domain) {
    return new SearchSpace(List.of(Hyperparameter.of(name, domain))).lint();
  }
}
