package dev.sturgeon.dl4j;

import dev.sturgeon.data.Shape;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.train.Cnn;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;

/** The built-in convolutional network, {@link Cnn}, in DL4J's form. */
public final class CnnNetwork implements NetworkFactory {

  @Override
  public Blueprint create(Configuration configuration, NetworkContext context) {
    Cnn cnn = Cnn.of(configuration);
    Shape features = cnn.features(context.shape());
    NeuralNetConfiguration.ListBuilder layers = context.builder().list();
    LayerStack stack = new LayerStack(layers, cnn.dense(), context);
    int channels = context.shape().channels();
    for (int filters : cnn.filters()) {
      stack.addBlock(cnn, channels, filters);
      channels = filters;
    }
    stack.addDense(features.size(), true);
    return Blueprint.of(layers.setInputType(context.inputType()).build());
  }
}
