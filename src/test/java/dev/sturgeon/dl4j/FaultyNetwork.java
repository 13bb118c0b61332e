package dev.sturgeon.dl4j;

import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.Value;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.activations.Activation;

/** A user's own stack with one mistake in the back-propagation, or with a loss that is random. */
public final class FaultyNetwork implements NetworkFactory {

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        new Hyperparameter(
            "mistake",
            new CategoricalDomain(
                List.of(Value.of("activation"), Value.of("bias"), Value.of("noise"))),
            Value.of("activation"),
            null));
  }

  @Override
  public Blueprint create(Configuration configuration, NetworkContext context) {
    NeuralNetConfiguration.ListBuilder layers = context.builder().list();
    layers.layer(new DenseLayer.Builder().nOut(6).activation(Activation.TANH).build());
    String mistake = configuration.text("mistake");
    DenseLayer.Builder middle = new DenseLayer.Builder().nOut(5).activation(Activation.TANH);
    if (!mistake.equals("bias")) {
      middle.activation(new FaultyTanh(mistake.equals("noise")));
    }
    layers.layer(middle.build());
    layers.layer(
        mistake.equals("bias") ? new FaultyOutput(context.output()) : context.output().build());
    return Blueprint.of(layers.setInputType(context.inputType()).build());
  }
}
