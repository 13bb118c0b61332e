package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.LayerNorms;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GradientHealthTest {

  /** A trial whose epochs have these gradients, input side first. */
  private static Trial trial(double[]... epochs) {
    List<CurvePoint> points = new ArrayList<>();
    for (double[] gradients : epochs) {
      List<LayerNorms> layers = new ArrayList<>();
      for (double gradient : gradients) {
        layers.add(new LayerNorms(Integer.toString(layers.size()), gradient, gradient));
      }
      Scores scores = new Scores(1, 0.5);
      points.add(new CurvePoint(points.size() + 1, 0.1, scores, scores, layers, 1));
    }
    Trial born = Trial.born(new TrialId(0), Role.SEARCH, null, Configuration.of(Map.of()), 1, 9);
    return born.after(
        new SegmentResult.Diverged(points.size(), "", points, new Usage("test", 1, 1)));
  }

  private static List<String> seen(double[]... epochs) {
    return GradientHealth.firstSeen(trial(), trial(epochs)).stream()
        .map(GradientHealth.Finding::text)
        .toList();
  }

  private static double[] of(double... gradients) {
    return gradients;
  }

  @Test
  void vanishingGradientsAreSaidWithFigures() {
    assertThat(seen(of(2e-9, 1e-6, 2e-3), of(2e-9, 1e-6, 2e-3)))
        .containsExactly(
            "gradients vanish: layer 0's is 2e-9, a 1e6th of layer 2's, since epoch 1;"
                + " try he initialisation, batch norm, fewer layers or a lower learning rate");
  }

  @Test
  void noGradientAtAllButTheOutputs() {
    assertThat(seen(of(0, 0, 0.3), of(0, 0, 0.2)))
        .containsExactly(
            "gradients vanish: layer 0's is 0, that of layer 2 is 0.3, since epoch 1;"
                + " try he initialisation, batch norm, fewer layers or a lower learning rate");
  }

  @Test
  void oneSmallMiniBatchIsNoCauseForAlarm() {
    assertThat(seen(of(0.1, 0.2), of(1e-9, 0.2), of(0.1, 0.2))).isEmpty();
  }

  @Test
  void aNetworkThatHasLearntEverythingIsHealthy() {
    assertThat(seen(of(1e-12, 1e-12), of(1e-13, 1e-13), of(0, 0))).isEmpty();
  }

  @Test
  void explodingGradientsAreSaidAtTheirFirstEpoch() {
    assertThat(seen(of(0.5, 0.5), of(3e5, 20), of(1e9, 40)))
        .containsExactly(
            "gradients explode: layer 0's is 3e5 in epoch 2; try smaller initial weights, a lower"
                + " learning rate or gradientClip");
    assertThat(seen(of(Double.POSITIVE_INFINITY, 1))).hasSize(1);
    assertThat(seen(of(Double.NaN, 1))).hasSize(1);
  }

  @Test
  void whatEarlierEpochsShowedIsNotSaidAgain() {
    double[] sick = of(1e-9, 0.2);
    assertThat(GradientHealth.firstSeen(trial(sick, sick), trial(sick, sick, sick))).isEmpty();
    assertThat(GradientHealth.firstSeen(trial(sick), trial(sick, sick)))
        .as("the second epoch in a row, in another segment")
        .hasSize(1);
  }
}
