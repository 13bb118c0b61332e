package dev.sturgeon.dl4j;

import dev.sturgeon.trial.LayerNorms;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;

/**
 * Takes the layers' norms at one step: of the gradient before clipping, penalty and updater, and of
 * what the updater made of it. Listening costs time, so it is only hung in for that step.
 */
final class NormProbe extends BaseTrainingListener {
  private final Net network;
  private final List<TrainedLayer> layers;
  private float[] gradient = {};
  private float[] update = {};

  NormProbe(Net network) {
    this.network = network;
    this.layers = TrainedLayer.of(network);
  }

  /** Runs a step and returns its norms. */
  List<LayerNorms> during(Runnable step, int batchSize) {
    network.model().setListeners(this);
    try {
      step.run();
    } finally {
      network.model().setListeners();
    }
    List<LayerNorms> norms = new ArrayList<>();
    for (TrainedLayer layer : layers) {
      norms.add(new LayerNorms(layer.name(), layer.norm(gradient) / batchSize, layer.norm(update)));
    }
    return norms;
  }

  /** DL4J has summed over the mini-batch here, and not yet divided by its size. */
  @Override
  public void onGradientCalculation(Model model) {
    gradient = Natives.copy(model.getGradientsViewArray());
  }

  /** The updater works in place: where the gradient was is now what it subtracted. */
  @Override
  public void iterationDone(Model model, int iteration, int epoch) {
    update = Natives.copy(model.getGradientsViewArray());
  }
}
