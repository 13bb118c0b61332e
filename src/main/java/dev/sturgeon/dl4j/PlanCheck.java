package dev.sturgeon.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/** Whether a plan fits what Sturgeon trains: one input, one output, of the data's size. */
final class PlanCheck {
  private final String network;

  private PlanCheck(String network) {
    this.network = network;
  }

  /**
   * Checks a plan.
   *
   * @param network who made it, for messages
   * @param outputs how many numbers must come out
   * @throws IllegalArgumentException if it does not fit
   */
  static void check(String network, Blueprint plan, int outputs) {
    PlanCheck check = new PlanCheck(network);
    if (plan instanceof Blueprint.Graph graph) {
      check.graph(graph.settings(), outputs);
    } else if (plan instanceof Blueprint.Layers stack) {
      check.stack(stack.settings(), outputs);
    }
  }

  private void graph(ComputationGraphConfiguration settings, int outputs) {
    one("input", settings.getNetworkInputs());
    one("output", settings.getNetworkOutputs());
    type(settings.getDataType());
    GraphVertex last = settings.getVertices().get(settings.getNetworkOutputs().get(0));
    end(last instanceof LayerVertex vertex ? vertex.getLayerConf().getLayer() : null, outputs);
  }

  private void stack(MultiLayerConfiguration settings, int outputs) {
    type(settings.getDataType());
    end(settings.getConf(settings.getConfs().size() - 1).getLayer(), outputs);
  }

  private void one(String kind, List<String> names) {
    if (names.size() != 1) {
      throw new IllegalArgumentException(
          "the graph of %s has %d %ss, %s; it must have one"
              .formatted(network, names.size(), kind, names));
    }
  }

  private void type(DataType type) {
    if (type != DataType.FLOAT) {
      throw new IllegalArgumentException(
          "%s computes in %s; leave dataType out, which gives FLOAT".formatted(network, type));
    }
  }

  /** Layers that only compare, such as a LossLayer, have no size of their own. */
  private void end(@Nullable Layer last, int outputs) {
    if (last instanceof BaseOutputLayer output && output.getNOut() != outputs) {
      throw new IllegalArgumentException(
          "%s ends with %d outputs, but these data want %d: end it with context.output()"
              .formatted(network, output.getNOut(), outputs));
    }
  }
}
