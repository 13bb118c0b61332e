package dev.sturgeon.dl4j;

import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Condition;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.Value;
import java.util.List;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/**
 * A user's own stack: may begin with batch norm, has updaters of its own with rates of their own,
 * and an output layer without biases.
 */
public final class OwnStack implements NetworkFactory {

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        new Hyperparameter("units", IntegerDomain.of(4, 32, Scale.LOG), Value.of(8L), null),
        new Hyperparameter(
            "activation",
            new CategoricalDomain(List.of(Value.of("tanh"), Value.of("elu"))),
            null,
            null),
        new Hyperparameter(
            "dropout",
            RealDomain.of(0, 0.5, Scale.LINEAR),
            Value.of(0.0),
            new Condition.AtLeast("units", 8)));
  }

  @Override
  public Blueprint create(Configuration configuration, NetworkContext context) {
    NeuralNetConfiguration.Builder builder = context.builder();
    if (context.settings().gradientClip() > 0) {
      builder.gradientNormalization(GradientNormalization.ClipL2PerLayer);
      builder.gradientNormalizationThreshold(context.settings().gradientClip());
    }
    int units = configuration.integer("units");
    DenseLayer.Builder second =
        new DenseLayer.Builder()
            .nOut(units)
            .activation(Activation.RELU)
            .updater(new Sgd(5))
            .biasUpdater(new Sgd(7));
    if (configuration.has("dropout")) {
      // A schedule of its own: the epoch must count, however the training is cut into segments.
      double keep = 1 - configuration.real("dropout");
      second.dropOut(new Dropout(new StepSchedule(ScheduleType.EPOCH, keep, 0.9, 1)));
    }
    NeuralNetConfiguration.ListBuilder layers = builder.list();
    if (configuration.has("batchNorm") && configuration.text("batchNorm").equals("true")) {
      layers.layer(new BatchNormalization());
    }
    return Blueprint.of(
        layers
            .layer(new DenseLayer.Builder().nOut(units).activation(Activation.TANH).build())
            .layer(second.build())
            .layer(context.output().hasBias(false).build())
            .setInputType(context.inputType())
            .build());
  }
}
