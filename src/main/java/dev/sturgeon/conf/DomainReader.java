package dev.sturgeon.conf;

import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Domain;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.PowersOfTwo;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a hyperparameter may be from its section. */
final class DomainReader {
  private static final Map<String, Scale> SCALES = Names.of(Scale.values(), Scale::label);
  private static final Map<String, Type> TYPES = Names.of(Type.values(), Names::lower);

  private enum Type {
    REAL,
    INTEGER
  }

  private final Section section;
  private final boolean realByNature;

  DomainReader(Section section, boolean realByNature) {
    this.section = section;
    this.realByNature = realByNature;
  }

  /** The domain; empty if there was a problem. */
  Optional<Domain> read() {
    boolean range = Stream.of("low", "high", "scale", "step", "type").anyMatch(this::has);
    boolean powers = has("powersOfTwo");
    boolean choices = has("choices");
    boolean value = has("value");
    if (Stream.of(range, powers, choices, value).filter(given -> given).count() != 1) {
      section.problem(
          "needs one of: low and high (with scale, step, type), powersOfTwo, choices, value");
      return Optional.empty();
    }
    if (range) {
      return range();
    }
    if (powers) {
      return section
          .find("powersOfTwo", Readers.list(Readers::whole))
          .flatMap(bounds -> made(() -> powers(bounds)));
    }
    if (choices) {
      return section
          .find("choices", Readers.list(Readers::value))
          .flatMap(values -> made(() -> new CategoricalDomain(values)));
    }
    return section.find("value", Readers::value).map(FixedDomain::new);
  }

  private Optional<Domain> range() {
    Optional<Value> low = section.require("low", "the smallest value", Readers::numeric);
    Optional<Value> high = section.require("high", "the largest value", Readers::numeric);
    Scale scale = section.find("scale", Readers.oneOf(SCALES)).orElse(Scale.LINEAR);
    Value step = section.find("step", Readers::numeric).orElse(null);
    Optional<Boolean> integer =
        section.find("type", Readers.oneOf(TYPES)).map(type -> type == Type.INTEGER);
    if (low.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    boolean whole = isWhole(low.get()) && isWhole(high.get()) && (step == null || isWhole(step));
    if (integer.orElse(false) && !whole) {
      section.problem("type", "integer needs low, high and step without a point");
      return Optional.empty();
    }
    return integer.orElse(whole && !realByNature)
        ? made(() -> integers(low.get(), high.get(), scale, step))
        : made(
            () ->
                new RealDomain(
                    real(low.get()), real(high.get()), scale, step == null ? null : real(step)));
  }

  private static Domain integers(Value low, Value high, Scale scale, @Nullable Value step) {
    return new IntegerDomain(whole(low), whole(high), scale, step == null ? 1 : whole(step));
  }

  private static Domain powers(List<Long> bounds) {
    if (bounds.size() != 2) {
      throw new IllegalArgumentException(
          "powersOfTwo wants the smallest and the largest, such as [16, 256], not " + bounds);
    }
    return new PowersOfTwo(bounds.get(0), bounds.get(1));
  }

  private Optional<Domain> made(Supplier<Domain> domain) {
    try {
      return Optional.of(domain.get());
    } catch (IllegalArgumentException e) {
      section.problem(Section.message(e));
      return Optional.empty();
    }
  }

  private boolean has(String key) {
    return section.node(key).isPresent();
  }

  private static boolean isWhole(Value value) {
    return value instanceof Value.Int;
  }

  private static long whole(Value value) {
    return ((Value.Int) value).value();
  }

  private static double real(Value value) {
    return value instanceof Value.Int integer ? integer.value() : ((Value.Real) value).value();
  }
}
