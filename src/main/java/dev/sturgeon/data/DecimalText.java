package dev.sturgeon.data;

import org.jspecify.annotations.Nullable;

/** Numbers as people write them in tables: digits, sign, point and exponent, nothing else. */
public final class DecimalText {

  /** Whole numbers of so many digits are exact as doubles. */
  private static final int EXACT_DIGITS = 15;

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private DecimalText() {}

  /**
   * The number a text stands for, or NaN if it is not a finite decimal number. Stricter than {@link
   * Double#parseDouble}: {@code 1d}, {@code 0x1p3} and {@code Infinity} are texts.
   */
  public static double parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Double.NaN;
    }
    double simple = simple(text);
    return Double.isNaN(simple) ? any(text) : simple;
  }

  /**
   * A number of few digits, exactly as {@link Double#parseDouble} has it but several times faster:
   * both the digits and the power of ten are exact, so their quotient is rounded once (Clinger: How
   * to read floating point numbers accurately, PLDI 1990). NaN for all other texts.
   */
  private static double simple(String text) {
    boolean negative = text.charAt(0) == '-';
    int from = negative || text.charAt(0) == '+' ? 1 : 0;
    long digits = 0;
    int point = -1;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = 10 * digits + (c - '0');
      } else if (c == '.' && point < 0) {
        point = i;
      } else {
        return Double.NaN;
      }
    }
    int count = text.length() - from - (point < 0 ? 0 : 1);
    if (count < 1 || count > EXACT_DIGITS) {
      return Double.NaN;
    }
    double number = point < 0 ? digits : digits / POWERS[text.length() - 1 - point];
    return negative ? -number : number;
  }

  private static double any(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return Double.NaN;
      }
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** A finite number as a text that stands for it; whole ones without a point. */
  public static String of(double number) {
    return number == Math.rint(number) && Math.abs(number) <= 0x1p53
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** Whether a text is a number. */
  public static boolean isNumber(@Nullable String text) {
    return !Double.isNaN(parse(text));
  }
}
