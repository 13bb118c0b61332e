package dev.sturgeon.train;

import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns a configuration into {@link Mlp} settings. */
final class MlpReader {
  private static final Catalogue CATALOGUE = MlpCatalogue.catalogue();

  private final Configuration complete;

  MlpReader(Configuration configuration) {
    configuration.values().forEach(MlpReader::check);
    Configuration filled = configuration;
    for (Catalogue.Entry entry : CATALOGUE.entries()) {
      if (!configuration.has(entry.name()) && entry.fallback().isPresent()) {
        filled = filled.with(entry.name(), entry.fallback().get());
      }
    }
    complete = filled;
  }

  private static void check(String name, Value value) {
    Catalogue.Entry entry =
        CATALOGUE
            .find(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' is no hyperparameter of the multi-layer perceptron; it has %s"
                            .formatted(name, CATALOGUE.names())));
    if (!entry.legal().test(value)) {
      throw new IllegalArgumentException(
          "%s is '%s' but must be %s".formatted(name, value, entry.wanted()));
    }
  }

  Mlp read() {
    return new Mlp(
        units(),
        choice("activation", Activation.values(), Activation::label),
        choice("weightInit", WeightInit.values(), WeightInit::label),
        !units().isEmpty() && complete.text("batchNorm").equals("true"),
        complete.real("dropout"),
        complete.real("l2"),
        complete.get("batchSize") instanceof Value.Text ? Mlp.FULL : complete.integer("batchSize"),
        updater(),
        complete.real("learningRate"),
        new Decay(
            choice("decay", Decay.Rule.values(), Decay.Rule::label),
            complete.real("decayRate"),
            complete.integer("decayEvery")),
        complete.real("gradientClip"),
        complete.integer("earlyStopping"));
  }

  private List<Integer> units() {
    List<Integer> units = new ArrayList<>();
    for (int layer = 1; layer <= complete.integer("hiddenLayers"); layer++) {
      double tapered = complete.integer("units") * Math.pow(complete.real("taper"), layer - 1);
      String own = "units" + layer;
      units.add(complete.has(own) ? complete.integer(own) : (int) Math.max(1, Math.round(tapered)));
    }
    return units;
  }

  private Updater updater() {
    String name = complete.text("updater");
    return switch (name) {
      case "sgd" -> new Updater.Sgd();
      case "momentum" -> new Updater.Momentum(complete.real("momentum"));
      case "nesterov" -> new Updater.Nesterov(complete.real("momentum"));
      case "rmsprop" -> new Updater.RmsProp(complete.real("beta2"), complete.real("epsilon"));
      case "adam" ->
          new Updater.Adam(
              complete.real("beta1"), complete.real("beta2"), complete.real("epsilon"));
      default -> throw unknown("updater", name);
    };
  }

  private <T> T choice(String name, T[] choices, Function<T, String> label) {
    String wanted = complete.text(name);
    return Stream.of(choices)
        .filter(choice -> label.apply(choice).equals(wanted))
        .findFirst()
        .orElseThrow(() -> unknown(name, wanted));
  }

  /** Not met as long as the catalogue allows only what is known here. */
  private static IllegalStateException unknown(String name, String value) {
    return new IllegalStateException("no %s is called '%s'".formatted(name, value));
  }
}
