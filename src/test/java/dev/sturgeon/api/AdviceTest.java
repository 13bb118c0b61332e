package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.data.TargetScale;
import dev.sturgeon.data.Targets;
import dev.sturgeon.trial.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AdviceTest {
  private static final List<String> FIFTY =
      IntStream.range(0, 50).mapToObj(Integer::toString).toList();

  @Test
  void accuracySaysLittleWhereOneClassIsNearlyAll() {
    List<String> two = List.of("yes", "no");
    assertThat(Advice.ofClasses(Metric.ACCURACY, 0.93, two))
        .singleElement()
        .asString()
        .contains("93 %", "f1Macro");
    assertThat(Advice.ofClasses(Metric.F1_MACRO, 0.93, two)).isEmpty();
    assertThat(Advice.ofClasses(Metric.ACCURACY, 0.6, two)).isEmpty();
  }

  @Test
  void manyNumbersAsClassesMayBeAQuantity() {
    assertThat(Advice.ofClasses(Metric.ACCURACY, 0.1, FIFTY))
        .singleElement()
        .asString()
        .contains("50 different numbers", "objective.metric is accuracy", "rmse, mae or r2");
    assertThat(Advice.ofClasses(Metric.ACCURACY, 0.1, FIFTY.subList(0, 10))).isEmpty();
    List<String> texts = FIFTY.stream().map(number -> "street " + number).toList();
    assertThat(Advice.ofClasses(Metric.ACCURACY, 0.1, texts)).isEmpty();
  }

  @Test
  void aFewEnormousNumbersAreNoted() {
    float[] lone = new float[101];
    Arrays.fill(lone, -0.1f);
    lone[7] = 10;
    assertThat(Advice.ofNumbers(Metric.RMSE, numbers(lone)))
        .singleElement()
        .asString()
        .contains("skewness 9.9", "logarithm", "mae");
    assertThat(Advice.ofNumbers(Metric.MAE, numbers(lone)))
        .singleElement()
        .asString()
        .doesNotContain("mae");
    assertThat(Advice.ofNumbers(Metric.RMSE, numbers(-1, 1, -1, 1))).isEmpty();
  }

  private static Targets.Numbers numbers(float... scaled) {
    return new Targets.Numbers(scaled, new TargetScale(0, 1));
  }
}
