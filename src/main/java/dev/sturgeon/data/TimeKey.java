package dev.sturgeon.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Points in time as tables write them, and keys that sort the latest first. */
public final class TimeKey {
  private static final int DATE = "2024-12-31".length();

  private TimeKey() {}

  /**
   * The time a text stands for, or NaN: a number as it is; an ISO date or timestamp, with a T or a
   * blank between, in microseconds since 1970. Without an offset it is UTC.
   */
  public static double parse(@Nullable String text) {
    double number = DecimalText.parse(text);
    if (text == null || !Double.isNaN(number) || text.length() < DATE) {
      return number;
    }
    try {
      Instant instant = instant(text);
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    } catch (DateTimeException | ArithmeticException e) {
      return Double.NaN;
    }
  }

  private static Instant instant(String text) {
    if (text.length() == DATE) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    String iso = text.substring(0, DATE) + text.substring(DATE).replaceFirst("^ ", "T");
    TemporalAccessor parsed =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, ZonedDateTime::from, LocalDateTime::from);
    return parsed instanceof ZonedDateTime zoned
        ? zoned.toInstant()
        : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
  }

  /** A key for a {@link SplitRule}: as an unsigned number the smaller the later the time. */
  public static long of(double time) {
    long bits = Double.doubleToLongBits(time == 0 ? 0.0 : time);
    long signed = bits ^ ((bits >> 63) & Long.MAX_VALUE);
    return ~(signed ^ Long.MIN_VALUE);
  }
}
