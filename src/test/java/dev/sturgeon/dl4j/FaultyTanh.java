package dev.sturgeon.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Hyperbolic tangent, either with a wrong derivative (the square is forgotten) or with noise. */
public final class FaultyTanh extends BaseActivationFunction {
  private static final long serialVersionUID = 1L;

  private final boolean noisy;

  FaultyTanh(boolean noisy) {
    this.noisy = noisy;
  }

  @Override
  public INDArray getActivation(INDArray in, boolean training) {
    Transforms.tanh(in, false);
    return noisy ? in.addi(Nd4j.rand(in.dataType(), in.shape())) : in;
  }

  @Override
  public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
    Transforms.tanh(in, false);
    return new Pair<>(in.rsubi(1).muli(epsilon), null);
  }
}
