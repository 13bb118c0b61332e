package dev.sturgeon.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The identity, until it is trained. */
public final class MisbehavingActivation extends BaseActivationFunction {
  private static final long serialVersionUID = 1L;

  private final Misdeed deed;

  MisbehavingActivation(Misdeed deed) {
    this.deed = deed;
  }

  @Override
  public INDArray getActivation(INDArray in, boolean training) {
    if (training) {
      deed.commit();
    }
    return training && deed == Misdeed.NAN ? in.divi(0).muli(0) : in;
  }

  @Override
  public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
    return new Pair<>(epsilon, null);
  }
}
