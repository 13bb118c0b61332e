package dev.sturgeon.data;

import org.jspecify.annotations.Nullable;

/** Numbers as people write them in tables: digits, sign, point and exponent, nothing else. */
public final class DecimalText {

  private DecimalText() {}

  /**
   * The number a text stands for, or NaN if it is not a finite decimal number. Stricter than {@link
   * Double#parseDouble}: {@code 1d}, {@code 0x1p3} and {@code Infinity} are texts.
   */
  public static double parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Double.NaN;
    }
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

  /** Whether a text is a number. */
  public static boolean isNumber(@Nullable String text) {
    return !Double.isNaN(parse(text));
  }
}
