package dev.sturgeon.train;

import java.util.List;
import java.util.stream.Stream;

/** How weights are drawn at a network's birth; biases start at 0. */
public enum WeightInit {
  /** Normal with variance 2 / inputs (He et al. 2015); for ReLU and its kin. */
  HE("he"),
  /** Uniform with variance 2 / inputs. */
  HE_UNIFORM("heUniform"),
  /** Normal with variance 2 / (inputs + outputs) (Glorot and Bengio 2010); for tanh. */
  XAVIER("xavier"),
  /** Uniform with variance 2 / (inputs + outputs). */
  XAVIER_UNIFORM("xavierUniform"),
  /** Normal with variance 1 / inputs (LeCun et al. 1998); for SELU. */
  LECUN("lecun"),
  /** Uniform with variance 1 / inputs. */
  LECUN_UNIFORM("lecunUniform"),
  /**
   * Normal with a standard deviation that the configuration fixes, whatever the layer's size: too
   * small a one makes the gradients of deep networks vanish, too large a one makes them explode
   * (Glorot and Bengio 2010).
   */
  GAUSSIAN("gaussian"),
  /** All 0: a layer's units are alike and stay so, hence chance must break their symmetry. */
  ZEROS("zeros");

  private final String label;

  WeightInit(String label) {
    this.label = label;
  }

  /** The name used in configurations. */
  public String label() {
    return label;
  }

  static List<String> labels() {
    return Stream.of(values()).map(WeightInit::label).toList();
  }
}
