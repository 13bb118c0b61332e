package dev.sturgeon.conf;

import dev.sturgeon.space.Spelling;
import dev.sturgeon.space.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a node is read as a value of each type the configuration knows. */
final class Readers {
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern REAL =
      Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})([smhd])");

  private Readers() {}

  /** Turns a node into a value. */
  @FunctionalInterface
  interface Reader<T> {
    /**
     * The value.
     *
     * @throws IllegalArgumentException saying what the node is and what would be right
     */
    T read(Node node);
  }

  static Node.Mapping mapping(Node node) {
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    throw wrong(node, "a section with keys of its own");
  }

  /** Any single value, as it is written. */
  static String text(Node node) {
    return scalar(node, "a text").text();
  }

  static boolean flag(Node node) {
    if (!isFlag(node)) {
      throw wrong(node, "true or false");
    }
    return ((Node.Scalar) node).kind() == Node.Kind.TRUE;
  }

  private static boolean isFlag(Node node) {
    return node instanceof Node.Scalar scalar
        && (scalar.kind() == Node.Kind.TRUE || scalar.kind() == Node.Kind.FALSE);
  }

  static double number(Node node) {
    String text = scalar(node, "a number").text();
    double number = REAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(number)) {
      throw wrong(node, "a number");
    }
    return number;
  }

  static long whole(Node node) {
    String text = scalar(node, "a whole number").text();
    try {
      if (WHOLE.matcher(text).matches()) {
        return Long.parseLong(text);
      }
    } catch (NumberFormatException tooLong) {
      throw new IllegalArgumentException(node.shown() + " has more than 64 bits", tooLong);
    }
    throw wrong(node, "a whole number");
  }

  /** A count from 1 up. */
  static Reader<Integer> count(int most) {
    return node -> {
      long count = whole(node);
      if (count < 1 || count > most) {
        throw wrong(node, "a whole number from 1 to " + most);
      }
      return (int) count;
    };
  }

  /** One of a few names. */
  static <T> Reader<T> oneOf(Map<String, T> known) {
    return node -> {
      String name = scalar(node, "one of " + String.join(", ", known.keySet())).text();
      T value = known.get(name);
      if (value == null) {
        throw new IllegalArgumentException(
            node.shown() + " is unknown; " + Spelling.hint(name, known.keySet()));
      }
      return value;
    };
  }

  /** A list. */
  static <T> Reader<List<T>> list(Reader<T> reader) {
    return node -> {
      if (!(node instanceof Node.Items items)) {
        throw wrong(node, "a list such as [a, b]");
      }
      List<T> list = new ArrayList<>();
      for (Node item : items.nodes()) {
        list.add(reader.read(item));
      }
      return list;
    };
  }

  /** A time such as 90s, 20m, 2h or 1d. */
  static Duration duration(Node node) {
    Matcher matcher = DURATION.matcher(scalar(node, "a time such as 90s, 20m, 2h or 1d").text());
    if (!matcher.matches()) {
      throw wrong(node, "a time such as 90s, 20m, 2h or 1d");
    }
    long size = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(size);
      case "m" -> Duration.ofMinutes(size);
      case "h" -> Duration.ofHours(size);
      default -> Duration.ofDays(size);
    };
  }

  /** A hyperparameter's value: a number if it is written as one, else a text. */
  static Value value(Node node) {
    Node.Scalar scalar = scalar(node, "a number or a text");
    if (isFlag(node)) {
      return Value.of(Boolean.toString(flag(node)));
    }
    if (scalar.kind() == Node.Kind.TEXT) {
      return Value.of(scalar.text());
    }
    return numeric(node);
  }

  /** A number that remembers whether it was written without a point. */
  static Value numeric(Node node) {
    boolean isWhole = node instanceof Node.Scalar s && WHOLE.matcher(s.text()).matches();
    return isWhole ? Value.of(whole(node)) : Value.of(number(node));
  }

  private static Node.Scalar scalar(Node node, String wanted) {
    if (node instanceof Node.Scalar scalar && !node.isNull()) {
      return scalar;
    }
    throw wrong(node, wanted);
  }

  private static IllegalArgumentException wrong(Node node, String wanted) {
    return new IllegalArgumentException(node.shown() + " is not " + wanted);
  }
}
