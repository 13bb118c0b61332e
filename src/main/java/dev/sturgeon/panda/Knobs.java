package dev.sturgeon.panda;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Domain;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Spelling;
import dev.sturgeon.space.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which hyperparameters of a network in training can change, and to what: those that say how it is
 * trained on, but none that says what it is or what its optimiser remembers.
 *
 * @param space their domains; one that is fixed there may change within reason
 * @param obstacle what forbids to train a network of a configuration, in a sentence; empty where
 *     nothing does
 */
public record Knobs(SearchSpace space, Function<Configuration, Optional<String>> obstacle) {
  /** A domain with more values than this is as good as continuous. */
  private static final int MANY = 10_000;

  private static final Map<String, Knob> KNOWN = new LinkedHashMap<>();

  static {
    number("learningRate", "a number above 0", x -> x > 0);
    number("momentum", "a number from 0 to below 1", x -> x >= 0 && x < 1);
    number("beta1", "a number from 0 to below 1", x -> x >= 0 && x < 1);
    number("beta2", "a number from 0 to below 1", x -> x >= 0 && x < 1);
    number("epsilon", "a number above 0", x -> x > 0);
    number("l2", "a number, 0 or more", x -> x >= 0);
    number("dropout", "a number from 0 to below 1", x -> x >= 0 && x < 1);
    number("gradientClip", "a number, 0 or more", x -> x >= 0);
    number("noise", "a number, 0 or more", x -> x >= 0);
    whole("batchSize", 1);
    whole("shift", 0);
  }

  /** Those of networks that can be trained with whatever is legal. */
  public Knobs(SearchSpace space) {
    this(space, configuration -> Optional.empty());
  }

  private record Knob(boolean whole, String wanted, DoublePredicate legal) {
    boolean takes(Value value) {
      return value instanceof Value.Int integer
          ? legal.test(integer.value())
          : value instanceof Value.Real real && !whole && legal.test(real.value());
    }
  }

  private static void number(String name, String wanted, DoublePredicate legal) {
    KNOWN.put(name, new Knob(false, wanted, legal));
  }

  private static void whole(String name, int least) {
    String wanted = "a whole number, " + least + " or more";
    KNOWN.put(name, new Knob(true, wanted, x -> x >= least && x < Integer.MAX_VALUE));
  }

  /** What forbids to change values in a network that has this configuration; empty where none. */
  public List<String> problems(Configuration now, Map<String, Value> values) {
    List<String> problems =
        new TreeMap<>(values)
            .entrySet().stream()
                .flatMap(change -> problem(now, change.getKey(), change.getValue()).stream())
                .toList();
    return problems.isEmpty() && !values.isEmpty()
        ? obstacle.apply(now.with(values)).stream().toList()
        : problems;
  }

  private Optional<String> problem(Configuration now, String name, Value value) {
    Optional<Hyperparameter> known =
        space.hyperparameters().stream().filter(h -> h.name().equals(name)).findFirst();
    if (known.isEmpty()) {
      List<String> names = space.hyperparameters().stream().map(Hyperparameter::name).toList();
      return Optional.of(
          "there is no hyperparameter '%s'; %s".formatted(name, Spelling.hint(name, names)));
    }
    Knob knob = KNOWN.get(name);
    if (knob == null) {
      return Optional.of(
          name
              + " cannot change in a network that is being trained: it says what the network is or"
              + " what its optimiser remembers; what can: "
              + changeable(now));
    }
    if (!now.has(name)) {
      return Optional.of(name + " does not exist in this configuration: " + now);
    }
    if (!knob.takes(value)) {
      return Optional.of("%s cannot be '%s'; right is %s".formatted(name, value, knob.wanted()));
    }
    Domain domain = known.get().domain();
    return domain.isFixed() || domain.contains(value)
        ? Optional.empty()
        : Optional.of("%s cannot be %s: the study has %s".formatted(name, value, domain));
  }

  /** The names of what can change in a network of this configuration. */
  public String changeable(Configuration now) {
    return KNOWN.keySet().stream().filter(now::has).collect(Collectors.joining(", "));
  }

  /**
   * Values as near to these as the domains allow; those that come out as they are now are left out.
   *
   * @throws IllegalArgumentException if one cannot change at all, which is a mistake of the rule
   *     that wants it
   */
  public SortedMap<String, Value> fit(Configuration now, SortedMap<String, Value> values) {
    SortedMap<String, Value> fitted = new TreeMap<>();
    values.forEach((name, value) -> fitted.put(name, nearest(name, value)));
    List<String> problems = problems(now, fitted);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    fitted.entrySet().removeIf(change -> change.getValue().sameAs(now.get(change.getKey())));
    return fitted;
  }

  private Value nearest(String name, Value value) {
    Optional<Domain> domain =
        space.hyperparameters().stream()
            .filter(h -> h.name().equals(name))
            .map(Hyperparameter::domain)
            .findFirst();
    boolean free = domain.isEmpty() || domain.get() instanceof FixedDomain;
    return free || value instanceof Value.Text || domain.get().contains(value)
        ? value
        : nearest(domain.get(), number(value));
  }

  private static Value nearest(Domain domain, double x) {
    if (domain instanceof RealDomain real && real.step() == null) {
      return Value.of(Math.min(real.high(), Math.max(real.low(), x)));
    }
    Function<Value, Double> distance = value -> Math.abs(number(value) - x);
    return domain.levels(MANY).stream()
        .filter(value -> !(value instanceof Value.Text))
        .reduce((a, b) -> distance.apply(b) < distance.apply(a) ? b : a)
        .orElseThrow(() -> new IllegalArgumentException(x + " is not in " + domain));
  }

  private static double number(Value value) {
    return value instanceof Value.Int integer
        ? (double) integer.value()
        : ((Value.Real) value).value();
  }
}
