package dev.sturgeon.dl4j;

import java.util.Arrays;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's convolution, computed in another way: image by image, so that what is unrolled stays in
 * the processor's cache. DL4J unrolls the whole mini-batch into a permuted array, number by number,
 * which takes most of a step's time.
 *
 * <p>Plan, parameters and gradients are DL4J's own, and so is what it computes but for rounding.
 * The first layer of a stack gives zeros as its input's gradient, which nobody looks at.
 */
final class UnrolledConvolution extends ConvolutionLayer {

  private UnrolledConvolution(NeuralNetConfiguration conf) {
    super(conf, DataType.FLOAT);
  }

  /** This layer in place of a new one of DL4J's, if it is one that this one can stand for. */
  static Layer inPlaceOf(Layer layer, DataType type) {
    if (type != DataType.FLOAT || !suits(layer.conf().getLayer())) {
      return layer;
    }
    UnrolledConvolution unrolled = new UnrolledConvolution(layer.conf());
    unrolled.setListeners(layer.getListeners());
    unrolled.setIndex(layer.getIndex());
    unrolled.setParamsViewArray(layer.params());
    unrolled.setParamTable(layer.paramTable());
    return unrolled;
  }

  /** Exactly DL4J's class: one derived from it may compute something else. */
  private static boolean suits(org.deeplearning4j.nn.conf.layers.Layer layer) {
    return layer.getClass() == org.deeplearning4j.nn.conf.layers.ConvolutionLayer.class
        && layer instanceof org.deeplearning4j.nn.conf.layers.ConvolutionLayer plan
        && plan.getConvolutionMode() == ConvolutionMode.Same
        && plan.getCnn2dDataFormat() == CNN2DFormat.NCHW
        && Arrays.equals(plan.getStride(), new int[] {1, 1})
        && Arrays.equals(plan.getDilation(), new int[] {1, 1})
        && plan.getActivationFn() instanceof ActivationIdentity
        && plan.getIDropout() == null
        && plan.getWeightNoise() == null;
  }

  @Override
  protected Pair<INDArray, INDArray> preOutput(
      boolean training, boolean forBackprop, LayerWorkspaceMgr workspaces) {
    validateInputRank();
    validateInputDepth(layerConf().getNIn());
    Unrolling unrolling = unrolling();
    long[] shape = {images(), filters(), unrolling.height(), unrolling.width()};
    INDArray output =
        workspaces.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, shape, 'c');
    float[] biases = biases(unrolling.pixels());
    try (UnrolledImages unrolled = unrolled(unrolling, workspaces, ArrayType.FF_WORKING_MEM);
        Numbers weights = parameters(ConvolutionParamInitializer.WEIGHT_KEY);
        Numbers out = Numbers.of(output)) {
      for (int image = 0; image < images(); image++) {
        FloatPointer outputs = out.from((long) image * biases.length);
        unrolled.convolve(image, weights.from(0), biases, outputs);
      }
    }
    return new Pair<>(output, null);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    Unrolling unrolling = unrolling();
    INDArray inputError =
        workspaces.create(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
    INDArray gradient =
        Objects.requireNonNull(gradientViews.get(ConvolutionParamInitializer.WEIGHT_KEY));
    try (UnrolledImages unrolled = unrolled(unrolling, workspaces, ArrayType.BP_WORKING_MEM);
        Numbers weights = parameters(ConvolutionParamInitializer.WEIGHT_KEY);
        Numbers errors = Numbers.rowByRow(epsilon);
        Numbers sum = Numbers.of(gradient);
        Numbers in = Numbers.of(inputError)) {
      for (int image = 0; image < images(); image++) {
        FloatPointer error = errors.from((long) image * filters() * unrolling.pixels());
        unrolled.addGradient(image, error, sum.from(0));
        if (index > 0) {
          FloatPointer inputs = in.from((long) image * unrolling.imageSize());
          unrolled.propagate(weights.from(0), error, inputs);
        }
      }
    }
    return new Pair<>(gradient(epsilon, gradient), inputError);
  }

  private Gradient gradient(INDArray epsilon, INDArray weights) {
    Gradient gradient = new DefaultGradient();
    if (hasBias()) {
      INDArray biases =
          Objects.requireNonNull(gradientViews.get(ConvolutionParamInitializer.BIAS_KEY));
      epsilon.sum(biases, 0, 2, 3);
      gradient.setGradientFor(ConvolutionParamInitializer.BIAS_KEY, biases);
    }
    gradient.setGradientFor(ConvolutionParamInitializer.WEIGHT_KEY, weights, 'c');
    return gradient;
  }

  private UnrolledImages unrolled(
      Unrolling unrolling, LayerWorkspaceMgr workspaces, ArrayType memory) {
    INDArray columns =
        workspaces.createUninitialized(memory, DataType.FLOAT, unrolling.columnsSize());
    return new UnrolledImages(unrolling, filters(), Numbers.rowByRow(input), Numbers.of(columns));
  }

  private Unrolling unrolling() {
    int[] kernel = layerConf().getKernelSize();
    return new Unrolling(
        (int) input.size(1), (int) input.size(2), (int) input.size(3), kernel[0], kernel[1]);
  }

  /** An image's outputs before the products are added. */
  private float[] biases(int pixels) {
    float[] biases = new float[filters() * pixels];
    if (hasBias()) {
      try (Numbers bias = parameters(ConvolutionParamInitializer.BIAS_KEY)) {
        for (int filter = 0; filter < filters(); filter++) {
          Arrays.fill(biases, filter * pixels, (filter + 1) * pixels, bias.from(filter).get());
        }
      }
    }
    return biases;
  }

  private Numbers parameters(String key) {
    return Numbers.of(getParam(key));
  }

  private int images() {
    return (int) input.size(0);
  }

  private int filters() {
    return (int) layerConf().getNOut();
  }
}
