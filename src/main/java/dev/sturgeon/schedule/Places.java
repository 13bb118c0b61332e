package dev.sturgeon.schedule;

/** How a place in a ranking reads. */
final class Places {

  private Places() {}

  /** 1st, 2nd, 3rd, 4th, 11th. */
  static String text(int place) {
    int tens = place % 100;
    if (tens >= 11 && tens <= 13) {
      return place + "th";
    }
    return place
        + switch (place % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }
}
