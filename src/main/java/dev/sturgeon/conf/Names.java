package dev.sturgeon.conf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How the constants of an enum are written in a configuration. */
final class Names {

  private Names() {}

  static <E extends Enum<E>> Map<String, E> of(E[] constants, Function<E, String> name) {
    Map<String, E> names = new LinkedHashMap<>();
    for (E constant : constants) {
      names.put(name.apply(constant), constant);
    }
    return Collections.unmodifiableMap(names);
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
