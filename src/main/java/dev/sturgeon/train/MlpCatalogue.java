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
    entries.addAll(hidden());
    entries.add(TrainingCatalogue.weightInit());
    entries.addAll(TrainingCatalogue.batchesAndDecay());
    entries.addAll(regularisingHidden());
    entries.addAll(TrainingCatalogue.others());
    return new Catalogue(entries.stream().map(CatalogueEntry::build).toList());
  }

  /** The hyperparameters of the network alone. */
  static List<CatalogueEntry> architecture() {
    return Stream.concat(hidden().stream(), regularisingHidden().stream()).toList();
  }

  private static List<CatalogueEntry> hidden() {
    List<CatalogueEntry> entries =
        layers(
            hiddenLayers().fallback(2).searched(IntegerDomain.of(1, 3, Scale.LINEAR)),
            units().fallback(128).searched(IntegerDomain.of(16, 256, Scale.LOG)));
    entries.add(activation().whereLayers(1));
    return entries;
  }

  private static List<CatalogueEntry> regularisingHidden() {
    return regularising().stream().map(entry -> entry.whereLayers(1)).toList();
  }

  static CatalogueEntry hiddenLayers() {
    return entry("hiddenLayers").integer(0, MAX_HIDDEN_LAYERS);
  }

  static CatalogueEntry units() {
    return entry("units").integer(1, Integer.MAX_VALUE);
  }

  /** The sizes of dense layers, given how many there usually are and how wide. */
  static List<CatalogueEntry> layers(CatalogueEntry hiddenLayers, CatalogueEntry units) {
    List<CatalogueEntry> entries = new ArrayList<>(List.of(hiddenLayers, units.whereLayers(1)));
    entries.add(entry("taper").share().fallback(1.0).whereLayers(2));
    for (int layer = 2; layer <= MAX_HIDDEN_LAYERS; layer++) {
      entries.add(entry("units" + layer).integer(1, Integer.MAX_VALUE).whereLayers(layer));
    }
    return entries;
  }

  static CatalogueEntry activation() {
    return entry("activation").choices(Activation.labels()).fallback("relu");
  }

  static List<CatalogueEntry> regularising() {
    return List.of(
        entry("batchNorm").flag().fallback("false"), entry("dropout").fraction().fallback(0.0));
  }
}
