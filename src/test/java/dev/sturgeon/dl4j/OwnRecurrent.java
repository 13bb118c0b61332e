package dev.sturgeon.dl4j;

import dev.sturgeon.space.Configuration;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.nd4j.linalg.learning.config.Adam;

/** A user's own stack whose updater, noise and clipping are those of a layer within a layer. */
public final class OwnRecurrent implements NetworkFactory {

  @Override
  public Blueprint create(Configuration configuration, NetworkContext context) {
    LSTM lstm =
        new LSTM.Builder()
            .nOut(4)
            .updater(new Adam(5))
            .dropOut(0.5)
            .weightNoise(new DropConnect(0.5))
            .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)
            .gradientNormalizationThreshold(1e-3)
            .build();
    return Blueprint.of(
        context
            .builder()
            .list()
            .layer(new Bidirectional(Bidirectional.Mode.ADD, lstm))
            .layer(new GlobalPoolingLayer())
            .layer(context.output().build())
            .setInputType(context.inputType())
            .build());
  }
}
