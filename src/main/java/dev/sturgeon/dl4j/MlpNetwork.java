package dev.sturgeon.dl4j;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.train.Mlp;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;

/** The built-in multi-layer perceptron, {@link Mlp}, in DL4J's form. */
public final class MlpNetwork implements NetworkFactory {

  @Override
  public Blueprint create(Configuration configuration, NetworkContext context) {
    Mlp mlp = Mlp.of(configuration);
    NeuralNetConfiguration.ListBuilder layers = context.builder().list();
    new LayerStack(layers, mlp, context).addDense(context.shape().size(), false);
    return Blueprint.of(layers.build());
  }
}
