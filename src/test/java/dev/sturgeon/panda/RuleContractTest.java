package dev.sturgeon.panda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.space.Value;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rule that is built in keeps to. */
final class RuleContractTest {

  static List<String> names() {
    return Rules.names();
  }

  private static Rule rule(String name) {
    return Rules.make(name, Rules.thresholds(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void hasTheNameItIsMadeBy(String name) {
    assertThat(rule(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void saysNothingBeforeTheFirstEpochNorAfterIt(String name) {
    assertThat(rule(name).look(new Views().view())).isEmpty();
    assertThat(rule(name).look(new Views().epochs(1.5).view())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void leavesAModelAloneThatLearnsWell(String name) {
    Views model = new Views();
    double loss = 1;
    double fall = 0.9;
    for (int epoch = 1; epoch <= 9; epoch++) {
      model.epoch(loss, loss * 1.05);
      assertThat(rule(name).look(model.view())).as("after epoch " + epoch).isEmpty();
      loss *= Math.exp(-fall);
      fall *= 0.65;
    }
  }

  /** Whatever the curve, advice can be carried out and is the same when asked again. */
  @ParameterizedTest
  @MethodSource("names")
  void givesAdviceThatCanBeCarriedOut(String name) {
    int advised = 0;
    for (int seed = 0; seed < 300; seed++) {
      Views model = wild(new Random(seed));
      Optional<Advice> advice = rule(name).look(model.view());
      assertThat(rule(name).look(model.view())).isEqualTo(advice);
      if (advice.isPresent()) {
        advised++;
        check(advice.get(), model.view());
      }
    }
    assertThat(advised).as("it says something now and then").isPositive();
  }

  private static void check(Advice advice, PandaView view) {
    assertThat(advice.why()).isNotBlank();
    SortedMap<String, Value> values = new TreeMap<>();
    if (advice instanceof Advice.Change change) {
      assertThat(view.isDiverged()).as("what diverged cannot go on").isFalse();
      values.putAll(change.values());
    } else if (advice instanceof Advice.GoBack back) {
      assertThat(back.epoch() == 0 || view.checkpoints().contains(back.epoch())).isTrue();
      values.putAll(back.values());
    }
    SortedMap<String, Value> fitted = new Knobs(Views.SPACE).fit(view.configuration(), values);
    assertThat(values.keySet()).containsAll(fitted.keySet());
  }

  /** A random walk with jumps, nudges and plateaus. */
  private static Views wild(Random random) {
    Views model = new Views(random.nextBoolean() ? 42 : 100);
    double loss = 2.3;
    double swing = Math.pow(10, -3 + 3 * random.nextDouble());
    double fall = 0.3 * random.nextDouble();
    double gap = random.nextInt(3) == 0 ? 0.05 : 0;
    int epochs = 2 + random.nextInt(40);
    for (int epoch = 0; epoch < epochs; epoch++) {
      double turn = epoch % 2 == 0 ? 1 : -1;
      loss *= Math.exp(-fall + swing * turn * random.nextDouble());
      loss = Math.min(loss * (random.nextInt(25) == 0 ? 4 : 1), 4);
      model.epoch(loss, loss + gap * epoch);
      if (random.nextInt(12) == 0) {
        model.nudge("learningRate", 0.001 + 0.02 * random.nextDouble());
      }
    }
    return random.nextInt(8) == 0 ? model.diverge() : model;
  }

  @ParameterizedTest
  @MethodSource("names")
  void refusesThresholdsThatMakeNoSense(String name) {
    for (String threshold : Rules.thresholds(name).keySet()) {
      SortedMap<String, Double> wrong = Rules.thresholds(name);
      wrong.put(threshold, -1.0);
      assertThatThrownBy(() -> Rules.make(name, wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(threshold)
          .hasMessageContaining("-1");
    }
  }
}
