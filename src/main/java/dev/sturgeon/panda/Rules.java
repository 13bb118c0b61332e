package dev.sturgeon.panda;

import dev.sturgeon.space.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The rules there are, in the order in which they are asked where nothing else is said. */
public final class Rules {
  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

  static {
    add(
        "rollback",
        Map.of("jump", 2.0, "factor", 0.3),
        t -> new Rollback(t.get("jump"), t.get("factor")));
    add(
        "restart",
        Map.of("patience", 2.0, "factor", 0.3, "most", 2.0),
        t -> new Restart(t.get("patience"), t.get("factor"), t.get("most")));
    add(
        "plateau",
        Map.of("patience", 2.0, "gain", 0.015, "factor", 0.3),
        t -> new Plateau(t.get("patience"), t.get("gain"), t.get("factor")));
    add(
        "settle",
        Map.of("share", 0.2, "factor", 0.3),
        t -> new Settle(t.get("share"), t.get("factor")));
    add(
        "raise",
        Map.of("steady", 0.7, "factor", 2.0),
        t -> new Raise(t.get("steady"), t.get("factor")));
    add(
        "momentum",
        Map.of("swing", 0.1, "factor", 2.0),
        t -> new Momentum(t.get("swing"), t.get("factor")));
    add(
        "regularise",
        Map.of("patience", 3.0, "dropout", 0.1, "l2", 1e-4),
        t -> new Regularise(t.get("patience"), t.get("dropout"), t.get("l2")));
    add(
        "relax",
        Map.of("patience", 3.0, "gain", 0.015),
        t -> new Relax(t.get("patience"), t.get("gain")));
    add("giveUp", Map.of("patience", 10.0), t -> new GiveUp(t.get("patience")));
  }

  private Rules() {}

  /** The thresholds that a rule is made with. */
  private record Given(Map<String, Double> thresholds) {
    double get(String name) {
      Double threshold = thresholds.get(name);
      if (threshold == null) {
        throw new IllegalArgumentException("the threshold " + name + " is missing");
      }
      return threshold;
    }
  }

  private record Kind(SortedMap<String, Double> thresholds, Function<Given, Rule> maker) {}

  private static void add(
      String name, Map<String, Double> thresholds, Function<Given, Rule> maker) {
    KINDS.put(name, new Kind(new TreeMap<>(thresholds), maker));
  }

  /** The names of the rules, in order. */
  public static List<String> names() {
    return List.copyOf(KINDS.keySet());
  }

  /**
   * The usual thresholds of a rule; a user's own has none.
   *
   * @throws IllegalArgumentException if there is no such rule; says what was probably meant
   */
  public static SortedMap<String, Double> thresholds(String name) {
    return isOwn(name) ? new TreeMap<>() : new TreeMap<>(kind(name).thresholds());
  }

  /**
   * Makes a rule.
   *
   * @param name one of {@link #names}, or a user's own class
   * @param thresholds all that it has, by name
   * @throws IllegalArgumentException if there is no such rule, or a threshold makes no sense; says
   *     what would be right
   */
  public static Rule make(String name, Map<String, Double> thresholds) {
    return isOwn(name) ? own(name) : kind(name).maker().apply(new Given(thresholds));
  }

  private static Kind kind(String name) {
    Kind kind = KINDS.get(name);
    if (kind == null) {
      throw new IllegalArgumentException(
          "there is no rule '%s'; %s".formatted(name, Spelling.hint(name, KINDS.keySet())));
    }
    return kind;
  }

  /**
   * What a rule says of a model.
   *
   * @throws BrokenRuleException if it is a user's own and throws
   */
  public static Optional<Advice> ask(Rule rule, PandaView view) {
    try {
      return Objects.requireNonNull(rule.look(view), "it returned null, not an Optional");
    } catch (RuntimeException | LinkageError e) {
      if (isBuiltIn(rule)) {
        throw e;
      }
      throw new BrokenRuleException(rule, "threw " + e, e);
    }
  }

  /**
   * What to throw where a rule's advice cannot be taken.
   *
   * @param why why it cannot
   */
  public static RuntimeException refusal(Rule rule, IllegalArgumentException why) {
    return isBuiltIn(rule)
        ? new IllegalStateException("rule " + rule.name() + ": " + why.getMessage(), why)
        : new BrokenRuleException(
            rule, "gave advice that cannot be taken: " + why.getMessage(), why);
  }

  private static boolean isBuiltIn(Rule rule) {
    return rule.getClass().getPackage().equals(Rules.class.getPackage());
  }

  /** Whether a name is that of a user's own class: it has a dot. */
  public static boolean isOwn(String name) {
    return name.contains(".");
  }

  private static Rule own(String name) {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      return Class.forName(name, true, loader)
          .asSubclass(Rule.class)
          .getConstructor()
          .newInstance();
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "there is no class '%s' on the class path; give its jar to --jars".formatted(name), e);
    } catch (ClassCastException e) {
      throw new IllegalArgumentException(
          "'%s' is no rule: it does not implement %s".formatted(name, Rule.class.getName()), e);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalArgumentException(
          "'%s' cannot be made: a rule is a public class with a public constructor without"
                  .formatted(name)
              + " parameters",
          e);
    }
  }
}
