package dev.sturgeon.api;

import dev.sturgeon.study.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of directories after the day they were begun: 2026-11-28, then 2026-11-28-2, … */
final class DatedNames {
  private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(-(\\d{1,9}))?");

  private DatedNames() {}

  /** Those among some names, oldest first. */
  static List<String> in(List<String> names) {
    return names.stream()
        .filter(name -> NAME.matcher(name).matches())
        .sorted(Comparator.comparing(DatedNames::day).thenComparing(DatedNames::number))
        .toList();
  }

  /** The day it is here. */
  static LocalDate today() {
    return LocalDate.ofInstant(Clock.system().wall(), ZoneId.systemDefault());
  }

  /** The next name of a day. */
  static String next(List<String> names, LocalDate day) {
    int last =
        in(names).stream()
            .filter(name -> day(name).equals(day.toString()))
            .mapToInt(DatedNames::number)
            .max()
            .orElse(0);
    return last == 0 ? day.toString() : day + "-" + (last + 1);
  }

  private static String day(String name) {
    return matcher(name).group(1);
  }

  private static int number(String name) {
    String number = matcher(name).group(3);
    return number == null ? 1 : Integer.parseInt(number);
  }

  private static Matcher matcher(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(name + " is not named after a day");
    }
    return matcher;
  }
}
