package dev.sturgeon.dl4j;

import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;

/** A layer in SameDiff, with an updater of its own: multiplies each input by a weight. */
final class OwnScaling extends SameDiffLayer {
  private final long inputs;

  OwnScaling(long inputs, IUpdater updater) {
    this.inputs = inputs;
    setUpdater(updater);
    setGradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue);
    setGradientNormalizationThreshold(1e-3);
  }

  @Override
  public SDVariable defineLayer(
      SameDiff graph, SDVariable input, Map<String, SDVariable> parameters, SDVariable mask) {
    return input.mul(parameters.get("W"));
  }

  @Override
  public void defineParameters(SDLayerParams parameters) {
    parameters.addWeightParam("W", 1, inputs);
  }

  @Override
  public void initializeParameters(Map<String, INDArray> parameters) {
    Objects.requireNonNull(parameters.get("W")).assign(1.5);
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return InputType.feedForward(inputs);
  }
}
