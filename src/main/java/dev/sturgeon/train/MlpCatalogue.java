package dev.sturgeon.train;

import static dev.sturgeon.train.CatalogueEntry.entry;

import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The hyperparameters of the built-in multi-layer perceptron; {@link Mlp} says what they mean.
 *
 * <p>What the default space searches follows Ng's order of importance (Improving Deep Neural
 * Networks, week 3): the learning rate; then momentum, units and mini-batch size; then layers and
 * decay. Adam's betas and epsilon stay fixed.
 */
public final class MlpCatalogue {
  static final int MAX_HIDDEN_LAYERS = 8;

  private MlpCatalogue() {}

  /** The catalogue. */
  public static Catalogue catalogue() {
    List<CatalogueEntry> entries = new ArrayList<>(TrainingCatalogue.stepping());
    entries.addAll(layers());
    entries.add(TrainingCatalogue.weightInit());
    entries.addAll(TrainingCatalogue.batchesAndDecay());
    entries.addAll(regularising());
    entries.addAll(TrainingCatalogue.others());
    return new Catalogue(entries.stream().map(CatalogueEntry::build).toList());
  }

  /** The hyperparameters of the network alone. */
  static List<CatalogueEntry> architecture() {
    return Stream.concat(layers().stream(), regularising().stream()).toList();
  }

  private static List<CatalogueEntry> layers() {
    List<CatalogueEntry> entries = new ArrayList<>();
    entries.add(
        entry("hiddenLayers")
            .integer(0, MAX_HIDDEN_LAYERS)
            .fallback(2)
            .searched(IntegerDomain.of(1, 3, Scale.LINEAR)));
    entries.add(
        entry("units")
            .integer(1, Integer.MAX_VALUE)
            .fallback(128)
            .searched(IntegerDomain.of(16, 256, Scale.LOG))
            .whereLayers(1));
    entries.add(entry("taper").share().fallback(1.0).whereLayers(2));
    for (int layer = 2; layer <= MAX_HIDDEN_LAYERS; layer++) {
      entries.add(entry("units" + layer).integer(1, Integer.MAX_VALUE).whereLayers(layer));
    }
    entries.add(entry("activation").choices(Activation.labels()).fallback("relu").whereLayers(1));
    return entries;
  }

  private static List<CatalogueEntry> regularising() {
    return List.of(
        entry("batchNorm").choices(List.of("true", "false")).fallback("false").whereLayers(1),
        entry("dropout").fraction().fallback(0.0).whereLayers(1));
  }
}
