package dev.sturgeon.train;

import static dev.sturgeon.train.CatalogueEntry.entry;

import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.PowersOfTwo;
import dev.sturgeon.space.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The hyperparameters of the built-in convolutional network; {@link Cnn} says what they mean.
 *
 * <p>The default space follows the course's order of importance as the perceptron's does: filters
 * stand beside units, convolution layers beside hidden layers. It is kept to what two cores train
 * in minutes: kernels of 3, at most two convolution layers, one dense one.
 */
public final class CnnCatalogue {
  static final int MAX_CONV_LAYERS = 4;

  private CnnCatalogue() {}

  /** The catalogue. */
  public static Catalogue catalogue() {
    List<CatalogueEntry> entries = new ArrayList<>(TrainingCatalogue.stepping());
    entries.addAll(blocks());
    entries.addAll(dense());
    entries.add(TrainingCatalogue.weightInit());
    entries.addAll(TrainingCatalogue.batchesAndDecay());
    entries.addAll(regularising());
    entries.addAll(TrainingCatalogue.others());
    return new Catalogue(entries.stream().map(CatalogueEntry::build).toList());
  }

  /** The hyperparameters of the network alone. */
  static List<CatalogueEntry> architecture() {
    return Stream.of(blocks(), dense(), regularising()).flatMap(List::stream).toList();
  }

  private static List<CatalogueEntry> blocks() {
    return List.of(
        entry("filters").integer(1, Integer.MAX_VALUE).fallback(8).searched(new PowersOfTwo(4, 16)),
        entry("convLayers")
            .integer(1, MAX_CONV_LAYERS)
            .fallback(2)
            .searched(IntegerDomain.of(1, 2, Scale.LINEAR)),
        entry("filterGrowth").positive().fallback(2.0),
        entry("kernel").among(3, 5).fallback(3),
        entry("pooling").choices(Pooling.labels()).fallback("max"));
  }

  private static List<CatalogueEntry> dense() {
    return MlpCatalogue.layers(
        MlpCatalogue.hiddenLayers().fallback(1),
        MlpCatalogue.units().fallback(64).searched(IntegerDomain.of(32, 128, Scale.LOG)));
  }

  /** Convolutions have them whether or not a dense layer follows. */
  private static List<CatalogueEntry> regularising() {
    return Stream.concat(Stream.of(MlpCatalogue.activation()), MlpCatalogue.regularising().stream())
        .toList();
  }
}
