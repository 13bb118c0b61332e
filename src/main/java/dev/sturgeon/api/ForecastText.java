package dev.sturgeon.api;

import dev.sturgeon.report.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A forecast as a person reads it. */
final class ForecastText {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private ForecastText() {}

  static String of(Forecast forecast, ZoneId zone) {
    return timed(forecast)
        + "\nat most, if each of "
        + forecast.trials()
        + " trials trains all of its "
        + forecast.epochs()
        + " epochs, and these epochs are typical:\n  "
        + Wording.number(forecast.coreHours())
        + " core-hours of training\n  "
        + end(forecast, CLOCK.format(Instant.parse(forecast.end()).atZone(zone)));
  }

  private static String timed(Forecast forecast) {
    String mean = Wording.number(forecast.mean()) + " s an epoch";
    return forecast.timed() == 1
        ? "timed: the first configuration alone, " + mean
        : "timed: %d configurations side by side, %s on average (%s to %s)"
            .formatted(
                forecast.timed(),
                mean,
                Wording.number(forecast.fastest()),
                Wording.number(forecast.slowest()));
  }

  private static String end(Forecast forecast, String clock) {
    String how =
        Wording.duration(forecast.seconds()) + " on the present " + slots(forecast.slots());
    return forecast.trialsUntilLimit() == null
        ? how + ": begun now, it ends at " + clock
        : how
            + ", when %s ends it: begun now, at %s, after about %d of the trials"
                .formatted(forecast.limit(), clock, forecast.trialsUntilLimit());
  }

  private static String slots(int slots) {
    return slots == 1 ? "slot" : slots + " slots";
  }
}
