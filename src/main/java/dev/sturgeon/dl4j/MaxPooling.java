package dev.sturgeon.dl4j;

import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's maximum of two by two pixels, whose gradient is found in another way: it was the slowest
 * part of a step once {@link UnrolledConvolution} was in. The first of equal pixels takes the
 * error.
 */
final class MaxPooling extends SubsamplingLayer {
  private static final int[] ONE = {1, 1};
  private static final int[] TWO = {2, 2};

  private MaxPooling(NeuralNetConfiguration conf) {
    super(conf, DataType.FLOAT);
  }

  /** This layer in place of a new one of DL4J's, if it is one that this one can stand for. */
  static Layer inPlaceOf(Layer layer, DataType type) {
    if (type != DataType.FLOAT || !suits(layer.conf().getLayer())) {
      return layer;
    }
    MaxPooling pooling = new MaxPooling(layer.conf());
    pooling.setListeners(layer.getListeners());
    pooling.setIndex(layer.getIndex());
    return pooling;
  }

  private static boolean suits(org.deeplearning4j.nn.conf.layers.Layer layer) {
    return layer.getClass() == org.deeplearning4j.nn.conf.layers.SubsamplingLayer.class
        && layer instanceof org.deeplearning4j.nn.conf.layers.SubsamplingLayer plan
        && plan.getPoolingType() == PoolingType.MAX
        && plan.getConvolutionMode() == ConvolutionMode.Truncate
        && plan.getCnn2dDataFormat() == CNN2DFormat.NCHW
        && Arrays.equals(plan.getKernelSize(), TWO)
        && Arrays.equals(plan.getStride(), TWO)
        && Arrays.equals(plan.getPadding(), new int[2])
        && Arrays.equals(plan.getDilation(), ONE);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    INDArray inputError =
        workspaces.createUninitialized(
            ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
    int images = (int) input.size(0);
    float[] image = new float[(int) (input.length() / images)];
    float[] error = new float[(int) (epsilon.length() / images)];
    float[] spread = new float[image.length];
    try (Numbers pixels = Numbers.rowByRow(input);
        Numbers errors = Numbers.rowByRow(epsilon);
        Numbers out = Numbers.of(inputError)) {
      for (int i = 0; i < images; i++) {
        pixels.from((long) i * image.length).get(image);
        errors.from((long) i * error.length).get(error);
        spread(image, error, spread);
        out.from((long) i * image.length).put(spread);
      }
    }
    return new Pair<>(new DefaultGradient(), inputError);
  }

  /** Gives each error to the largest of its four pixels. */
  private void spread(float[] image, float[] error, float[] spread) {
    int height = (int) input.size(2);
    int width = (int) input.size(3);
    Arrays.fill(spread, 0);
    int from = 0;
    for (int channel = 0; channel < input.size(1); channel++) {
      for (int y = 0; y + 1 < height; y += 2) {
        int row = (channel * height + y) * width;
        for (int pixel = row; pixel + 1 < row + width; pixel += 2) {
          int top = larger(image, pixel, pixel + 1);
          int bottom = larger(image, pixel + width, pixel + width + 1);
          spread[larger(image, top, bottom)] = error[from++];
        }
      }
    }
  }

  private static int larger(float[] image, int first, int second) {
    return image[second] > image[first] ? second : first;
  }
}
