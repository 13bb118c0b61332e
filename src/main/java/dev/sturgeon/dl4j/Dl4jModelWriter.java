package dev.sturgeon.dl4j;

import dev.sturgeon.data.Shape;
import dev.sturgeon.data.Targets;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.train.ModelWriter;
import dev.sturgeon.train.TrainingState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Writes the zip file of DL4J's {@code ModelSerializer}: {@code MultiLayerNetwork.load(file,
 * false)} of plain DL4J opens a stack, {@code ComputationGraph.load(file, false)} a graph. It names
 * no class of ours, keeps the initial learning rate as a fixed one, and holds no updater state.
 *
 * @param network its name, as {@link Networks} knows it
 */
public record Dl4jModelWriter(String network) implements ModelWriter {

  @Override
  public byte[] write(
      Configuration configuration, TrainingState state, Shape shape, Targets targets) {
    Natives.load();
    NetworkFactory factory = Networks.named(network);
    Blueprint blueprint = new NetworkPlan(factory, configuration, shape, targets).forSaving();
    Net finished = Net.of(blueprint, Nd4j.createFromArray(state.array("parameters")));
    finished.resumeAt(state.iteration(), state.epoch());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ModelSerializer.writeModel(finished.model(), out, false);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    } finally {
      finished.parameters().close();
    }
    return out.toByteArray();
  }
}
