package dev.sturgeon.dl4j;

import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.activations.Activation;

/**
 * A user's own network that does the {@link Misdeed} its hyperparameter {@code misdeed} names, in
 * its first step of training. In a study: {@code network: {class: dev.sturgeon.dl4j.Misbehaving}}.
 */
public final class Misbehaving implements NetworkFactory {

  @Override
  public List<Hyperparameter> hyperparameters() {
    List<Value> names = Arrays.stream(Misdeed.values()).map(deed -> Value.of(name(deed))).toList();
    return List.of(new Hyperparameter("misdeed", new CategoricalDomain(names), names.get(0), null));
  }

  @Override
  public Blueprint create(Configuration configuration, NetworkContext context) {
    Misdeed deed = Misdeed.valueOf(configuration.text("misdeed").toUpperCase(Locale.ROOT));
    DenseLayer.Builder hidden = new DenseLayer.Builder().nOut(16).activation(Activation.RELU);
    if (deed != Misdeed.NONE) {
      hidden.activation(new MisbehavingActivation(deed));
    }
    NeuralNetConfiguration.ListBuilder layers = context.builder().list();
    layers.layer(hidden.build()).layer(context.output().build());
    return Blueprint.of(layers.setInputType(context.inputType()).build());
  }

  private static String name(Misdeed deed) {
    return deed.name().toLowerCase(Locale.ROOT);
  }
}
