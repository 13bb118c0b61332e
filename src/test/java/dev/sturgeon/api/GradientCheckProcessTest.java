package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.data.Examples;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.train.Activation;
import dev.sturgeon.train.GradientQuestion;
import dev.sturgeon.train.GradientVerdict;
import dev.sturgeon.train.SyntheticData;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Gradient checks in the JVM that is made for them. */
@Timeout(180)
final class GradientCheckProcessTest {
  private static final Examples DATA = SyntheticData.blobs(64, 6, 3).train();

  @Test
  void thePerceptronsGradientIsRight() throws Exception {
    List<GradientQuestion> questions = new ArrayList<>();
    for (Activation activation : Activation.values()) {
      for (String batchNorm : List.of("true", "false")) {
        Configuration configuration =
            Configuration.of(
                Map.of(
                    "hiddenLayers", Value.of(2),
                    "units", Value.of(8),
                    "activation", Value.of(activation.label()),
                    "batchNorm", Value.of(batchNorm),
                    "dropout", Value.of(0.5),
                    "gradientClip", Value.of(0.01),
                    "l2", Value.of(0.01)));
        questions.add(
            GradientQuestion.drawn(
                "mlp",
                configuration,
                DATA,
                16,
                new Objective(Metric.ACCURACY, Objective.ClassWeights.BALANCED),
                7));
      }
    }
    List<GradientAnswer> answers = GradientCheckProcess.usual().check(questions);
    for (GradientAnswer answer : answers) {
      answer.reportOn("mlp").sentences().forEach(System.err::println);
    }
    assertThat(answers)
        .extracting(answer -> answer.reportOn("mlp").verdict())
        .containsOnly(GradientVerdict.GOOD);
  }
}
