package dev.sturgeon.dl4j;

import dev.sturgeon.space.Configuration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;

/** A user's own convolutional network: convolution, max pooling, batch norm, dense, output. */
public final class OwnConvolution implements NetworkFactory {

  @Override
  public Blueprint create(Configuration configuration, NetworkContext context) {
    return Blueprint.of(
        context
            .builder()
            .list()
            .layer(new ConvolutionLayer.Builder(3, 3).nOut(4).activation(Activation.RELU).build())
            .layer(
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                    .kernelSize(2, 2)
                    .stride(2, 2)
                    .build())
            .layer(new BatchNormalization())
            .layer(
                new DenseLayer.Builder().nOut(8).activation(Activation.RELU).dropOut(0.5).build())
            .layer(context.output().build())
            .setInputType(context.inputType())
            .build());
  }
}
