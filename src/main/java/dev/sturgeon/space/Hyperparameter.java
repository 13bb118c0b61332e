package dev.sturgeon.space;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A named quantity that is chosen before training, with its domain and, where it does not always
 * exist, the condition under which it does.
 *
 * @param name unique in its search space
 * @param domain the values it may take
 * @param standard the value trial 0 uses; null for the middle of the domain
 * @param condition when it exists; null for always
 */
public record Hyperparameter(
    String name, Domain domain, @Nullable Value standard, @Nullable Condition condition)
    implements Serializable {

  /** Checks the name and that the domain holds the standard value. */
  public Hyperparameter {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a hyperparameter needs a name");
    }
    if (standard != null && !domain.contains(standard)) {
      throw new IllegalArgumentException(
          "default " + standard + " of " + name + " is not in " + domain);
    }
  }

  /** An unconditional hyperparameter whose default is the middle of its domain. */
  public static Hyperparameter of(String name, Domain domain) {
    return new Hyperparameter(name, domain, null, null);
  }

  /** The value trial 0 uses. */
  public Value defaultValue() {
    return standard != null ? standard : domain.at(0.5);
  }
}
