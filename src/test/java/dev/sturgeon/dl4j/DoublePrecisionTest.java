package dev.sturgeon.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.AttentionVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

/** What has no place in a gradient check goes, also where DL4J has a type of its own for it. */
final class DoublePrecisionTest {

  @Test
  void layersInSameDiffLoseUpdaterAndClipping() {
    OwnScaling scaling = new OwnScaling(3, new Adam(5));
    scaling.setBiasUpdater(new Adam(6));
    Blueprint plan =
        Blueprint.of(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(scaling)
                .layer(new OutputLayer.Builder().nOut(2).build())
                .setInputType(InputType.feedForward(3))
                .build());
    OwnScaling stripped =
        (OwnScaling)
            ((Blueprint.Layers) DoublePrecision.checkable(plan)).settings().getConf(0).getLayer();
    assertThat(stripped.getUpdater()).isEqualTo(new Sgd(1));
    assertThat(stripped.getBiasUpdater()).isNull();
    assertThat(stripped.getGradientNormalization()).isEqualTo(GradientNormalization.None);
  }

  @Test
  void soDoVertices() {
    AttentionVertex attention =
        new AttentionVertex.Builder()
            .nInKeys(3)
            .nInValues(3)
            .nInQueries(3)
            .nOut(4)
            .nHeads(1)
            .projectInput(true)
            .weightInit(WeightInit.XAVIER)
            .build();
    attention.setUpdater(new Adam(5));
    attention.setGradientNormalization(GradientNormalization.ClipL2PerLayer);
    Blueprint plan =
        Blueprint.of(
            new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .addVertex("attention", attention, "in", "in", "in")
                .addLayer("pool", new GlobalPoolingLayer(), "attention")
                .addLayer("out", new OutputLayer.Builder().nIn(4).nOut(2).build(), "pool")
                .setOutputs("out")
                .build());
    Map<String, GraphVertex> vertices =
        ((Blueprint.Graph) DoublePrecision.checkable(plan)).settings().getVertices();
    assertThat(vertices.get("attention"))
        .isInstanceOfSatisfying(
            AttentionVertex.class,
            stripped -> {
              assertThat(stripped.getUpdater()).isEqualTo(new Sgd(1));
              assertThat(stripped.getGradientNormalization()).isEqualTo(GradientNormalization.None);
            });
  }
}
