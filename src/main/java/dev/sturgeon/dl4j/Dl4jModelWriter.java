package dev.sturgeon.dl4j;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.train.Mlp;
import dev.sturgeon.train.ModelWriter;
import dev.sturgeon.train.TrainingState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * Writes the zip file of DL4J's {@code ModelSerializer}: {@code MultiLayerNetwork.load(file,
 * false)} of plain DL4J opens it. It names no class of ours, keeps the initial learning rate as a
 * fixed one, and holds no updater state.
 */
public record Dl4jModelWriter() implements ModelWriter {

  @Override
  public byte[] write(Configuration configuration, TrainingState state, int columns, int classes) {
    Natives.load();
    Mlp mlp = Mlp.of(configuration);
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NetworkBuilder(mlp, columns, classes)
                .build(0, Updaters.fixed(mlp.updater(), mlp.learningRate()), new LossMCXENT()));
    network.init(Nd4j.createFromArray(state.array("parameters")), false);
    network.setIterationCount(state.iteration());
    network.setEpochCount(state.epoch());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ModelSerializer.writeModel(network, out, false);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    } finally {
      network.params().close();
    }
    return out.toByteArray();
  }
}
