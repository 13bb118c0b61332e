package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ForecastTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final List<Double> TIMINGS = List.of(1.0, 2.0, 3.0);

  @Test
  void everyTrialUsesItsWholeBudgetAndSlotsAreFilledInTurns() throws Exception {
    // Five trials on two slots are three turns; a trial of ten epochs of two seconds takes 20 s.
    Forecast forecast = forecast("{maxTrials: 5, maxEpochs: 10}", 2, 1);
    assertThat(forecast.mean()).isEqualTo(2);
    assertThat(forecast.seconds()).isEqualTo(60);
    assertThat(forecast.coreHours()).isCloseTo(100 / 3600.0, within(1e-12));
    assertThat(forecast.end()).isEqualTo("2026-05-04T12:01:00Z");
    assertThat(forecast.trialsUntilLimit()).isNull();
    assertThat(ForecastText.of(forecast, ZoneOffset.ofHours(2)))
        .contains("3 configurations", "2 s an epoch on average (1 to 3)", "0.02778 core-hours")
        .contains("1 min 00 s on the present 2 slots", "ends at 2026-05-04 14:01:00");
  }

  @Test
  void coresThatATrialHasCountWhetherItUsesThemOrNot() throws Exception {
    Forecast forecast = forecast("{maxTrials: 5, maxEpochs: 10}", 100, 4);
    assertThat(forecast.coreHours()).isCloseTo(400 / 3600.0, within(1e-12));
    assertThat(forecast.seconds()).isEqualTo(20);
  }

  @Test
  void theTimeLimitEndsItEarlier() throws Exception {
    Forecast forecast = forecast("{maxTrials: 50, maxEpochs: 10, maxDuration: 40s}", 2, 1);
    assertThat(forecast.seconds()).isEqualTo(40);
    assertThat(forecast.coreHours()).isCloseTo(80 / 3600.0, within(1e-12));
    assertThat(forecast.end()).isEqualTo("2026-05-04T12:00:40Z");
    assertThat(forecast.trialsUntilLimit()).isEqualTo(4);
    assertThat(ForecastText.of(forecast, ZoneOffset.UTC))
        .contains("search.maxDuration ends it", "12:00:40, after about 4 of the trials");
  }

  @Test
  void theLimitOfCoreHoursEndsItEarlierWhereItIsTheFirst() throws Exception {
    String search = "{maxTrials: 50, maxEpochs: 10, maxDuration: %s, maxCoreHours: 0.1}";
    Forecast forecast = forecast(search.formatted("40s"), 2, 3);
    assertThat(forecast.limit()).as("240 of 360 core-seconds").isEqualTo("search.maxDuration");
    forecast = forecast(search.formatted("1h"), 2, 3);
    assertThat(forecast.seconds()).isCloseTo(60, within(1e-9));
    assertThat(forecast.coreHours()).isCloseTo(0.1, within(1e-12));
    assertThat(forecast.trialsUntilLimit()).isEqualTo(6);
    assertThat(ForecastText.of(forecast, ZoneOffset.UTC))
        .contains("search.maxCoreHours ends it", "12:01:00, after about 6 of the trials");
  }

  @Test
  void aTimeLimitThatIsLongerChangesNothing() throws Exception {
    assertThat(forecast("{maxTrials: 5, maxEpochs: 10, maxDuration: 1h}", 2, 1))
        .isEqualTo(forecast("{maxTrials: 5, maxEpochs: 10}", 2, 1));
  }

  private static Forecast forecast(String search, int slots, int cores) throws Exception {
    return Forecast.of(FirstTrialsTest.conf(search), TIMINGS, slots, cores, NOON);
  }
}
