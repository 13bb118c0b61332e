package dev.sturgeon.dl4j;

import dev.sturgeon.space.Catalogue;
import dev.sturgeon.train.CnnCatalogue;
import dev.sturgeon.train.MlpCatalogue;

/** The networks there are, by the names used in configurations. */
public final class Networks {

  private Networks() {}

  /**
   * Makes the factory of a network.
   *
   * @param name {@code mlp} or {@code cnn}
   * @throws IllegalArgumentException if there is no such network
   */
  public static NetworkFactory named(String name) {
    return switch (name) {
      case "mlp" -> new MlpNetwork();
      case "cnn" -> new CnnNetwork();
      default -> throw new IllegalArgumentException("no network is called '" + name + "'");
    };
  }

  /**
   * The hyperparameters of a network, those of training among them.
   *
   * @throws IllegalArgumentException if there is no such network
   */
  public static Catalogue catalogue(String name) {
    return switch (name) {
      case "mlp" -> MlpCatalogue.catalogue();
      case "cnn" -> CnnCatalogue.catalogue();
      default -> throw new IllegalArgumentException("no network is called '" + name + "'");
    };
  }
}
