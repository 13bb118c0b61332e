package dev.sturgeon.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Condition;
import dev.sturgeon.space.Domain;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.PowersOfTwo;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SpaceReaderTest {

  @Test
  void ranges() throws ConfigurationException {
    assertThat(domain("learningRate: {low: 1e-4, high: 1.0E-1, scale: log}"))
        .isEqualTo(RealDomain.of(1e-4, 0.1, Scale.LOG));
    assertThat(domain("momentum: {low: .8, high: 99e-2, scale: reverse-log}"))
        .isEqualTo(RealDomain.of(0.8, 0.99, Scale.REVERSE_LOG));
    assertThat(domain("dropout: {low: 0.0, high: 0.5, step: 0.1}"))
        .isEqualTo(new RealDomain(0, 0.5, Scale.LINEAR, 0.1));
    assertThat(domain("units: {low: 32, high: 256, scale: log, type: integer}"))
        .isEqualTo(IntegerDomain.of(32, 256, Scale.LOG));
    assertThat(domain("units: {low: 32, high: 256, step: 16}"))
        .isEqualTo(new IntegerDomain(32, 256, Scale.LINEAR, 16));
  }

  @Test
  void wholeBoundsMakeIntegersUnlessTheNetworkTakesReals() throws ConfigurationException {
    assertThat(domain("hiddenLayers: {low: 1, high: 3}"))
        .isEqualTo(IntegerDomain.of(1, 3, Scale.LINEAR));
    assertThat(domain("learningRate: {low: 1, high: 3}"))
        .isEqualTo(RealDomain.of(1, 3, Scale.LINEAR));
    assertThat(domain("learningRate: {low: 1, high: 3, type: integer}"))
        .isEqualTo(IntegerDomain.of(1, 3, Scale.LINEAR));
  }

  @Test
  void otherForms() throws ConfigurationException {
    assertThat(domain("batchSize: {powersOfTwo: [16, 256]}")).isEqualTo(new PowersOfTwo(16, 256));
    assertThat(domain("updater: {choices: [adam, nesterov]}"))
        .isEqualTo(new CategoricalDomain(List.of(Value.of("adam"), Value.of("nesterov"))));
    assertThat(domain("units: {choices: [10, 30]}"))
        .isEqualTo(new CategoricalDomain(List.of(Value.of(10), Value.of(30))));
    assertThat(domain("activation: relu")).isEqualTo(new FixedDomain(Value.of("relu")));
    assertThat(domain("activation: {value: tanh}")).isEqualTo(new FixedDomain(Value.of("tanh")));
    assertThat(domain("learningRate: 1e-3")).isEqualTo(new FixedDomain(Value.of(0.001)));
  }

  @Test
  void trueAndFalseBecomeTexts() throws ConfigurationException {
    assertThat(domain("batchNorm: true")).isEqualTo(new FixedDomain(Value.of("true")));
    assertThat(domain("batchNorm: yes")).isEqualTo(new FixedDomain(Value.of("true")));
    assertThat(domain("batchNorm: off")).isEqualTo(new FixedDomain(Value.of("false")));
    assertThat(domain("batchNorm: {choices: [True, false]}"))
        .isEqualTo(new CategoricalDomain(List.of(Value.of("true"), Value.of("false"))));
  }

  @Test
  void defaults() throws ConfigurationException {
    assertThat(read("dropout: {low: 0.0, high: 0.5, step: 0.1, default: 0.2}").defaultValue())
        .isEqualTo(Value.of(0.2));
    assertThat(read("units: {low: 60, high: 80}").defaultValue()).isEqualTo(Value.of(64));
  }

  @Test
  void conditions() throws ConfigurationException {
    assertThat(condition("dropout: {value: 0.5, when: {updater: [momentum, nesterov]}}"))
        .isEqualTo(TestCatalogue.oneOf("updater", "momentum", "nesterov"));
    assertThat(condition("dropout: {value: 0.5, when: {batchNorm: false}}"))
        .isEqualTo(TestCatalogue.oneOf("batchNorm", "false"));
    assertThat(condition("units3: {low: 16, high: 64, when: {hiddenLayers: {atLeast: 2}}}"))
        .isEqualTo(new Condition.AtLeast("hiddenLayers", 2));
    assertThat(condition("momentum: {low: 0.8, high: 0.99}"))
        .isEqualTo(TestCatalogue.oneOf("updater", "momentum", "nesterov"));
  }

  private static Domain domain(String entry) throws ConfigurationException {
    return read(entry).domain();
  }

  private static Condition condition(String entry) throws ConfigurationException {
    Condition condition = read(entry).condition();
    assertThat(condition).isNotNull();
    return condition;
  }

  private static Hyperparameter read(String entry) throws ConfigurationException {
    String name = entry.substring(0, entry.indexOf(':'));
    return Reading.digits("space:\n  " + entry).space().hyperparameters().stream()
        .filter(h -> h.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
