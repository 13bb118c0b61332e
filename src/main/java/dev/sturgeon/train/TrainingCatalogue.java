package dev.sturgeon.train;

import static dev.sturgeon.train.CatalogueEntry.entry;

import dev.sturgeon.space.PowersOfTwo;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import java.util.List;
import java.util.stream.Stream;

/** The hyperparameters of training itself; {@link TrainingSettings} says what they mean. */
final class TrainingCatalogue {

  private TrainingCatalogue() {}

  /** All of them. */
  static List<CatalogueEntry> entries() {
    return Stream.of(stepping(), batchesAndDecay(), List.of(weightInit()), others())
        .flatMap(List::stream)
        .toList();
  }

  static List<CatalogueEntry> stepping() {
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

  static List<CatalogueEntry> batchesAndDecay() {
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

  static CatalogueEntry weightInit() {
    return entry("weightInit").choices(WeightInit.labels()).fallback("he");
  }

  /** New ones come last: those before keep their coordinates, and so their trials. */
  static List<CatalogueEntry> others() {
    return List.of(
        entry("l2").notNegative().fallback(0.0),
        entry("gradientClip").notNegative().fallback(0.0),
        entry("earlyStopping").integer(0, Integer.MAX_VALUE).fallback(0),
        entry("shift").integer(0, Integer.MAX_VALUE).fallback(0),
        entry("flip").flag().fallback("false"),
        entry("noise").notNegative().fallback(0.0),
        entry("weightStd").positive().fallback(0.01).where("weightInit", "gaussian"));
  }
}
