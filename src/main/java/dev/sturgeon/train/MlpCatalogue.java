package dev.sturgeon.train;

import static dev.sturgeon.train.MlpEntry.entry;

import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.PowersOfTwo;
import dev.sturgeon.space.RealDomain;
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
    List<MlpEntry> entries = new ArrayList<>(stepping());
    entries.addAll(architecture());
    entries.addAll(batchesAndDecay());
    entries.addAll(regularising());
    return new Catalogue(entries.stream().map(MlpEntry::build).toList());
  }

  private static List<MlpEntry> stepping() {
    return List.of(
        entry("learningRate")
            .positive()
            .fallback(0.003)
            .searched(RealDomain.of(1e-4, 0.1, Scale.LOG)),
        entry("updater")
            .choices(List.of("sgd", "momentum", "nesterov", "rmsprop", "adam"))
            .fallback("adam")
            .searchedAmong("adam", "nesterov"),
        entry("momentum")
            .fraction()
            .fallback(0.9)
            .searched(RealDomain.of(0.8, 0.99, Scale.REVERSE_LOG))
            .where("updater", "momentum", "nesterov"),
        entry("beta1").fraction().fallback(0.9).where("updater", "adam"),
        entry("beta2").fraction().fallback(0.999).where("updater", "adam", "rmsprop"),
        entry("epsilon").positive().fallback(1e-8).where("updater", "adam", "rmsprop"));
  }

  private static List<MlpEntry> architecture() {
    List<MlpEntry> entries = new ArrayList<>();
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
    entries.add(entry("weightInit").choices(WeightInit.labels()).fallback("he"));
    return entries;
  }

  private static List<MlpEntry> batchesAndDecay() {
    return List.of(
        entry("batchSize").batchSize().fallback(32).searched(new PowersOfTwo(16, 128)),
        entry("decay")
            .choices(Stream.of(Decay.Rule.values()).map(Decay.Rule::label).toList())
            .fallback("none")
            .searchedAmong("none", "inverseTime", "cosine"),
        entry("decayRate")
            .positive()
            .fallback(0.1)
            .where("decay", "inverseTime", "exponential", "staircase"),
        entry("decayEvery").integer(1, Integer.MAX_VALUE).fallback(10).where("decay", "staircase"));
  }

  private static List<MlpEntry> regularising() {
    return List.of(
        entry("batchNorm").choices(List.of("true", "false")).fallback("false").whereLayers(1),
        entry("dropout").fraction().fallback(0.0).whereLayers(1),
        entry("l2").notNegative().fallback(0.0),
        entry("gradientClip").notNegative().fallback(0.0),
        entry("earlyStopping").integer(0, Integer.MAX_VALUE).fallback(0));
  }
}
