package dev.sturgeon.space;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The values of a domain that a grid takes. */
final class Levels {

  private Levels() {}

  /** Every value of a small domain. */
  static List<Value> all(int count, IntFunction<Value> value) {
    return IntStream.range(0, count).mapToObj(value).toList();
  }

  /** Evenly spread over the unit interval, both ends included. */
  static List<Value> spread(Domain domain, int most) {
    return most == 1
        ? List.of(domain.at(0.5))
        : IntStream.range(0, most)
            .mapToObj(i -> domain.at((double) i / (most - 1)))
            .distinct()
            .toList();
  }
}
