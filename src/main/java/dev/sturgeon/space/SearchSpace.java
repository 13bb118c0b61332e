package dev.sturgeon.space;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * All hyperparameters of a study, with the mapping between the unit cube and configurations.
 *
 * <p>The cube has one coordinate per hyperparameter, in the order given, fixed ones included, so
 * that fixing one does not move the others' coordinates. Immutable; safe to share between threads.
 *
 * @param hyperparameters each one after those its condition is on
 */
public record SearchSpace(List<Hyperparameter> hyperparameters) implements Serializable {

  /** Checks that names differ and that each condition is on an earlier hyperparameter. */
  public SearchSpace {
    hyperparameters = List.copyOf(hyperparameters);
    Map<String, Hyperparameter> earlier = new HashMap<>();
    for (Hyperparameter h : hyperparameters) {
      Condition condition = h.condition();
      if (condition != null && !earlier.containsKey(condition.on())) {
        throw new IllegalArgumentException(
            h.name() + " depends on '" + condition.on() + "', which is not known before it");
      }
      if (earlier.put(h.name(), h) != null) {
        throw new IllegalArgumentException("hyperparameter '" + h.name() + "' is given twice");
      }
    }
  }

  /** How many coordinates a point of the cube has. */
  public int dimension() {
    return hyperparameters.size();
  }

  /**
   * The configuration at a point of the unit cube; inactive hyperparameters are left out.
   *
   * @param cube one number in [0, 1] per hyperparameter
   */
  public Configuration at(double[] cube) {
    if (cube.length != dimension()) {
      throw new IllegalArgumentException(
          "the cube has " + dimension() + " coordinates, not " + cube.length);
    }
    Map<String, Value> values = new HashMap<>();
    for (int i = 0; i < cube.length; i++) {
      Hyperparameter h = hyperparameters.get(i);
      if (isActive(h, values)) {
        values.put(h.name(), h.domain().at(cube[i]));
      }
    }
    return Configuration.of(values);
  }

  /**
   * The point of the unit cube of a configuration; {@code NaN} where a hyperparameter is inactive.
   *
   * @throws IllegalArgumentException if a value is missing or outside its domain
   */
  public double[] unitOf(Configuration configuration) {
    double[] cube = new double[dimension()];
    for (int i = 0; i < cube.length; i++) {
      Hyperparameter h = hyperparameters.get(i);
      cube[i] =
          isActive(h, configuration.values())
              ? h.domain().unitOf(configuration.get(h.name()))
              : Double.NaN;
    }
    return cube;
  }

  /** The configuration of every hyperparameter's default: trial 0. */
  public Configuration defaults() {
    return complete(Map.of());
  }

  /**
   * The configuration of some values, and of the default of every hyperparameter that is not among
   * them.
   *
   * @throws IllegalArgumentException if there are {@link #problems} with the values
   */
  public Configuration complete(Map<String, Value> given) {
    Completion completion = new Completion(this, given);
    SortedMap<String, String> problems = completion.problems();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems.values()));
    }
    return completion.configuration();
  }

  /**
   * What forbids to {@link #complete} values, by the name of each wrong one: there is no such
   * hyperparameter, it never has this value, or it does not exist beside the others.
   */
  public SortedMap<String, String> problems(Map<String, Value> given) {
    return new Completion(this, given).problems();
  }

  /** What is legal here and yet foolish: one sentence each, with the remedy. */
  public List<String> lint() {
    return new SpaceLint(this).warnings();
  }

  static boolean isActive(Hyperparameter h, Map<String, Value> values) {
    Condition condition = h.condition();
    if (condition == null) {
      return true;
    }
    Value tested = values.get(condition.on());
    return tested != null && condition.holds(tested);
  }
}
