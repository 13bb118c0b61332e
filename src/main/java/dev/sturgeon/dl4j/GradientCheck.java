package dev.sturgeon.dl4j;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.Targets;
import dev.sturgeon.train.GradientQuestion;
import dev.sturgeon.train.GradientReport;
import dev.sturgeon.train.GradientStage;
import dev.sturgeon.train.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gradient checking as Ng's course teaches it ("Improving deep neural networks", week 1): what
 * back-propagation gives against two-sided differences of the loss, in double precision, with the
 * penalties and without dropout; at initialisation and again after some training, since biases of 0
 * and small weights hide mistakes.
 *
 * <p>DL4J's own checker judges entry by entry and tells only whether all pass; the course's measure
 * is a norm, and a person needs the layer's name.
 */
public final class GradientCheck {
  private static final int STEPS = 20;

  private GradientCheck() {}

  /**
   * Checks a network.
   *
   * <p>Sets ND4J's global data type to DOUBLE for good: only for a JVM made for this.
   *
   * @throws IllegalArgumentException if the configuration makes no network, its loss is no number
   *     at initialisation, or its loss is random
   */
  public static GradientReport of(GradientQuestion question) {
    Natives.load();
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    Nd4j.getRandom().setSeed(question.seed());
    Net trained = Net.of(DoublePrecision.of(blueprint(question)), null);
    INDArray[] first = batch(question, 0);
    CheckedNetwork checked =
        new CheckedNetwork(
            Net.of(DoublePrecision.checkable(blueprint(question)), null), first[0], first[1]);
    List<GradientStage> stages = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    stages.add(checked.check("at initialisation", trained.parameters(), question.seed()));
    for (int step = 0; step < STEPS; step++) {
      INDArray[] batch = batch(question, step);
      trained.fit(batch[0], batch[1]);
    }
    String after = "after " + STEPS + " training steps";
    try {
      stages.add(checked.check(after, trained.parameters(), question.seed() + 1));
    } catch (IllegalArgumentException e) {
      // What training at this rate does to the network need not be the gradient's fault.
      missing.add(e.getMessage() + ", so that nothing can be compared");
    }
    return GradientReport.of(stages, missing);
  }

  private static Blueprint blueprint(GradientQuestion question) {
    Examples sample = question.sample();
    EpochRate rate = new EpochRate();
    rate.set(TrainingSettings.of(question.configuration()).learningRate());
    return new NetworkPlan(
            Networks.named(question.network()),
            question.configuration(),
            sample.shape(),
            sample.targets())
        .forTraining(question.objective(), question.seed(), rate);
  }

  /** Features and labels of a mini-batch; the sample's last rows are followed by its first. */
  private static INDArray[] batch(GradientQuestion question, int number) {
    int rows = question.rows();
    int all = question.sample().rows();
    int begin = (int) ((long) number * rows % all);
    Examples batch =
        question
            .sample()
            .rows(IntStream.range(begin, begin + rows).map(row -> row % all).toArray());
    return new INDArray[] {
      array(batch.features(), rows, batch.columns()),
      array(wanted(batch.targets()), rows, batch.targets().outputs())
    };
  }

  private static float[] wanted(Targets targets) {
    if (targets instanceof Targets.Numbers numbers) {
      return numbers.scaled();
    }
    Targets.Labels labels = (Targets.Labels) targets;
    float[] oneHot = new float[labels.rows() * labels.classes()];
    for (int row = 0; row < labels.rows(); row++) {
      oneHot[row * labels.classes() + labels.classOf()[row]] = 1;
    }
    return oneHot;
  }

  private static INDArray array(float[] numbers, int rows, int columns) {
    double[] doubles = IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
    return Nd4j.createFromArray(doubles).reshape(rows, columns);
  }
}
