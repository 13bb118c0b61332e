package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Examples;
import dev.sturgeon.data.Shape;
import dev.sturgeon.data.TargetScale;
import dev.sturgeon.data.Targets;
import dev.sturgeon.dl4j.FaultyNetwork;
import dev.sturgeon.dl4j.OwnConvolution;
import dev.sturgeon.dl4j.OwnGraph;
import dev.sturgeon.dl4j.OwnRecurrent;
import dev.sturgeon.dl4j.OwnStack;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.train.Activation;
import dev.sturgeon.train.GradientQuestion;
import dev.sturgeon.train.GradientReport;
import dev.sturgeon.train.GradientStage;
import dev.sturgeon.train.GradientVerdict;
import dev.sturgeon.train.ParameterGradient;
import dev.sturgeon.train.SyntheticData;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Gradient checks of many networks, in one JVM made for them. */
@Timeout(300)
final class GradientCheckProcessTest {
  private static final Examples ROWS = SyntheticData.blobs(64, 6, 3).train();
  private static final Objective CLASSES =
      new Objective(Metric.ACCURACY, Objective.ClassWeights.BALANCED);
  private static final Objective NUMBERS = new Objective(Metric.RMSE, Objective.ClassWeights.NONE);
  private static final Map<String, GradientAnswer> ANSWERS = new LinkedHashMap<>();

  @BeforeAll
  static void checkAll() throws Exception {
    Map<String, GradientQuestion> questions = new LinkedHashMap<>();
    for (Activation activation : Activation.values()) {
      for (String batchNorm : List.of("true", "false")) {
        questions.put(
            activation + " " + batchNorm,
            question("mlp", mlp(activation, batchNorm), ROWS, CLASSES));
      }
    }
    Configuration plain = mlp(Activation.RELU, "false");
    questions.put("number", question("mlp", plain, numbers(), NUMBERS));
    questions.put("stack", question(OwnStack.class.getName(), stack(), ROWS, CLASSES));
    questions.put("graph", question(OwnGraph.class.getName(), plain, ROWS, CLASSES));
    questions.put(
        "convolution", question(OwnConvolution.class.getName(), plain, images(), CLASSES));
    questions.put("recurrent", question(OwnRecurrent.class.getName(), plain, ROWS, CLASSES));
    Configuration fast =
        plain.with("learningRate", Value.of(1e30)).with("updater", Value.of("sgd"));
    questions.put("diverging", question("mlp", fast, numbers(), NUMBERS));
    for (String batchNorm : List.of("true", "false")) {
      questions.put("cnn " + batchNorm, question("cnn", cnn(batchNorm), images(), CLASSES));
    }
    for (String mistake : List.of("activation", "bias", "noise")) {
      Configuration faulty = Configuration.of(Map.of("mistake", Value.of(mistake)));
      questions.put(mistake, question(FaultyNetwork.class.getName(), faulty, ROWS, CLASSES));
    }
    List<GradientAnswer> answers =
        GradientCheckProcess.usual().check(new ArrayList<>(questions.values()));
    int at = 0;
    for (String name : questions.keySet()) {
      ANSWERS.put(name, answers.get(at++));
    }
  }

  /** Dropout and clipping are in the configuration and must be out of the check. */
  private static Configuration mlp(Activation activation, String batchNorm) {
    return Configuration.of(
        Map.of(
            "hiddenLayers", Value.of(2),
            "units", Value.of(8),
            "activation", Value.of(activation.label()),
            "batchNorm", Value.of(batchNorm),
            "dropout", Value.of(0.5),
            "gradientClip", Value.of(0.01),
            "l2", Value.of(0.01)));
  }

  private static Configuration cnn(String batchNorm) {
    return Configuration.of(
        Map.of(
            "filters", Value.of(2),
            "convLayers", Value.of(2),
            "kernel", Value.of(3),
            "pooling", Value.of("max"),
            "units", Value.of(6),
            "batchNorm", Value.of(batchNorm),
            "dropout", Value.of(0.5),
            "l2", Value.of(0.01)));
  }

  private static Configuration stack() {
    return Configuration.of(
        Map.of("units", Value.of(8), "dropout", Value.of(0.3), "l2", Value.of(0.01)));
  }

  private static GradientQuestion question(
      String network, Configuration configuration, Examples train, Objective objective) {
    return GradientQuestion.drawn(network, configuration, train, 16, objective, 7);
  }

  private static Examples numbers() {
    float[] wanted = new float[ROWS.rows()];
    for (int row = 0; row < wanted.length; row++) {
      wanted[row] = ROWS.features()[row * ROWS.columns()] - 1;
    }
    return new Examples(
        ROWS.features(), ROWS.shape(), new Targets.Numbers(wanted, new TargetScale(0, 1)));
  }

  private static Examples images() {
    Random random = new Random(5);
    float[] pixels = new float[64 * 2 * 8 * 8];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    return new Examples(pixels, new Shape(2, 8, 8), ROWS.targets());
  }

  private static GradientReport report(String name) {
    return Objects.requireNonNull(ANSWERS.get(name)).reportOn(name);
  }

  private static List<String> wrong(GradientStage stage) {
    return stage.parameters().stream()
        .filter(array -> array.verdict() == GradientVerdict.WRONG)
        .map(ParameterGradient::name)
        .toList();
  }

  @Test
  void thePerceptronsGradientIsRightWithEveryActivation() {
    for (Activation activation : Activation.values()) {
      for (String batchNorm : List.of("true", "false")) {
        assertGood(report(activation + " " + batchNorm));
      }
    }
  }

  @Test
  void soAreThoseOfANumberOfStacksAndOfGraphs() {
    for (String name : List.of("number", "stack", "graph")) {
      assertGood(report(name));
    }
  }

  /** Where ReLU lets all through, batch norm takes away what the convolution's bias adds. */
  @Test
  void aBiasBeforeBatchNormHasNothingToCompare() {
    GradientReport report = report("convolution");
    assertGoodStages(report);
    assertThat(report.verdict()).isEqualTo(GradientVerdict.SUSPICIOUS);
    assertThat(report.notes())
        .containsExactly(
            "the gradient of layer 0 (ConvolutionLayer), b is too small to tell from rounding and"
                + " could not be compared");
  }

  @Test
  void soAreTheConvolutionalNetworks() {
    assertGood(report("cnn true"));
    assertGood(report("cnn false"));
  }

  @Test
  void layersWithinLayersAreCheckedWithoutUpdaterNoiseAndClipping() {
    assertGood(report("recurrent"));
    assertThat(report("recurrent").stages().get(0).parameters())
        .extracting(ParameterGradient::parameter)
        .containsExactly("fW", "fRW", "fb", "bW", "bRW", "bb", "W", "b");
  }

  private static void assertGood(GradientReport report) {
    assertThat(report.verdict()).as("%s", report).isEqualTo(GradientVerdict.GOOD);
    assertGoodStages(report);
  }

  private static void assertGoodStages(GradientReport report) {
    assertThat(report.stages())
        .extracting(GradientStage::when)
        .containsExactly("at initialisation", "after 20 training steps");
    for (GradientStage stage : report.stages()) {
      assertThat(stage.verdict()).isEqualTo(GradientVerdict.GOOD);
      assertThat(stage.difference()).as("%s", stage).isLessThan(1e-7);
      assertThat(stage.checked()).isGreaterThan((int) stage.entries() / 3);
    }
  }

  @Test
  void runningAveragesAreNoParameters() {
    assertThat(report("RELU true").stages().get(0).parameters())
        .extracting(ParameterGradient::parameter)
        .containsExactly("W", "gamma", "beta", "W", "gamma", "beta", "W", "b");
    assertThat(report("stack").stages().get(0).parameters())
        .extracting(ParameterGradient::parameter)
        .containsExactly("W", "b", "W", "b", "W");
  }

  @Test
  void largeArraysAreSampled() {
    ParameterGradient dense =
        report("convolution").stages().get(0).parameters().stream()
            .filter(array -> array.entries() == 4 * 3 * 3 * 8)
            .findFirst()
            .orElseThrow();
    assertThat(dense.checked() + dense.kinks()).isEqualTo(50);
  }

  @Test
  void layersHaveTheNumbersAndNamesOfDl4j() {
    assertThat(report("convolution").stages().get(0).parameters())
        .extracting(ParameterGradient::layer)
        .containsExactly(
            "0 (ConvolutionLayer)",
            "0 (ConvolutionLayer)",
            "2 (BatchNormalization)",
            "2 (BatchNormalization)",
            "3 (DenseLayer)",
            "3 (DenseLayer)",
            "4 (OutputLayer)",
            "4 (OutputLayer)");
  }

  @Test
  void aWrongDerivativeSpoilsItsLayerAndThoseBeforeIt() {
    GradientReport report = report("activation");
    assertThat(report.verdict()).isEqualTo(GradientVerdict.WRONG);
    for (GradientStage stage : report.stages()) {
      assertThat(wrong(stage))
          .containsExactly(
              "layer 0 (DenseLayer), W",
              "layer 0 (DenseLayer), b",
              "layer 1 (DenseLayer), W",
              "layer 1 (DenseLayer), b");
    }
    assertThat(report.sentences())
        .anyMatch(sentence -> sentence.contains("goes wrong first in layer 1 (DenseLayer)"));
  }

  @Test
  void aWrongBiasIsNamedWithItsWorstEntry() {
    GradientReport report = report("bias");
    assertThat(report.verdict()).isEqualTo(GradientVerdict.WRONG);
    GradientStage stage = report.stages().get(1);
    assertThat(wrong(stage)).containsExactly("layer 2 (FaultyOutput), b");
    ParameterGradient.Entry worst =
        stage.parameters().stream()
            .filter(array -> array.verdict() == GradientVerdict.WRONG)
            .map(ParameterGradient::worst)
            .findFirst()
            .orElseThrow();
    assertThat(worst.analytic() / worst.numeric()).isBetween(1.49, 1.51);
    assertThat(worst.index()).hasSize(1);
  }

  @Test
  void whereTrainingDivergesTheSecondStageIsMissing() {
    GradientReport report = report("diverging");
    assertThat(report.stages()).hasSize(1);
    assertThat(report.stages().get(0).verdict()).isEqualTo(GradientVerdict.GOOD);
    assertThat(report.verdict()).isEqualTo(GradientVerdict.SUSPICIOUS);
    assertThat(report.notes())
        .singleElement()
        .asString()
        .contains("after 20 training steps the loss is", "nothing can be compared");
  }

  @Test
  void aLossThatIsRandomIsNotChecked() {
    assertThatThrownBy(() -> report("noise"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("cannot be checked")
        .hasMessageContaining("random");
  }
}
