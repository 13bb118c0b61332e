package dev.sturgeon.dl4j;

import dev.sturgeon.data.Shape;
import dev.sturgeon.data.Targets;
import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Spelling;
import dev.sturgeon.train.Cnn;
import dev.sturgeon.train.CnnCatalogue;
import dev.sturgeon.train.Mlp;
import dev.sturgeon.train.MlpCatalogue;
import dev.sturgeon.train.NetworkCatalogue;
import dev.sturgeon.train.TrainingSettings;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The networks there are, by the names used in configurations: the built-in ones by short names,
 * users' own by the names of their classes, which contain a dot.
 */
public final class Networks {
  private static final Map<String, BuiltIn> BUILT_IN =
      new TreeMap<>(
          Map.of(
              "mlp", new BuiltIn(MlpNetwork::new, MlpCatalogue::catalogue, Mlp::of),
              "cnn", new BuiltIn(CnnNetwork::new, CnnCatalogue::catalogue, Cnn::of)));

  private Networks() {}

  /** Whether a name is that of a user's own class. */
  public static boolean isOwn(String name) {
    return name.contains(".");
  }

  /**
   * Makes the factory of a network.
   *
   * @param name {@code mlp}, {@code cnn}, or the name of a class that the thread's context class
   *     loader finds
   * @throws IllegalArgumentException if there is no such network; says in one sentence why
   */
  public static NetworkFactory named(String name) {
    return isOwn(name) ? OwnNetwork.make(name) : builtIn(name).factory().get();
  }

  /**
   * The hyperparameters of a network, those of training among them.
   *
   * @throws IllegalArgumentException if there is no such network, or its own hyperparameters make
   *     no sense; says in one sentence why
   */
  public static Catalogue catalogue(String name) {
    return isOwn(name) ? OwnNetwork.catalogue(name) : builtIn(name).catalogue().get();
  }

  /**
   * The catalogue of a network whose class need not be here, from the hyperparameters that a search
   * space had.
   */
  public static Catalogue catalogue(String name, SearchSpace space) {
    return isOwn(name) ? NetworkCatalogue.recorded(space) : builtIn(name).catalogue().get();
  }

  /**
   * Finds out what the values of one configuration forbid each other, without the data.
   *
   * @throws IllegalArgumentException in a sentence, if they do
   */
  public static void check(String name, Configuration configuration) {
    if (isOwn(name)) {
      TrainingSettings.of(configuration);
    } else {
      builtIn(name).check().accept(configuration);
    }
  }

  /**
   * Finds out what the values of one configuration forbid each other, and what the form of the data
   * forbids of how they are trained on.
   *
   * @param shape the form of one example
   * @throws IllegalArgumentException in a sentence, if there is such a thing
   */
  public static void check(String name, Configuration configuration, Shape shape) {
    check(name, configuration);
    TrainingSettings.of(configuration).augmentation().check(shape);
  }

  /**
   * Finds out whether a user's own network takes the data: makes it, and sends rows through it.
   *
   * @throws IllegalArgumentException in a sentence, if it does not
   */
  public static void tryOut(
      String name, Configuration configuration, Shape shape, Targets targets) {
    if (isOwn(name)) {
      OwnNetwork.tryOut(new NetworkPlan(named(name), configuration, shape, targets));
    }
  }

  private static BuiltIn builtIn(String name) {
    BuiltIn network = BUILT_IN.get(name);
    if (network == null) {
      throw new IllegalArgumentException(
          "there is no network '%s'; %s A class of your own is named with its package"
              .formatted(name, Spelling.hint(name, BUILT_IN.keySet())));
    }
    return network;
  }

  /** A network of Sturgeon's. */
  private record BuiltIn(
      Supplier<NetworkFactory> factory,
      Supplier<Catalogue> catalogue,
      Consumer<Configuration> check) {}
}
