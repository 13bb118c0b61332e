package dev.sturgeon.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CoreTimeTest {
  private final CoreTime time = new CoreTime();

  private void at(double t, Event event) {
    time.apply(new Stamped(Instant.EPOCH, t, event));
  }

  private static Event issued(long token) {
    Configuration nothing = Configuration.of(Map.of());
    return new Event.SegmentIssued(
        new Segment(new TrialId((int) token), nothing, 1, 0, 1, 1, null, token));
  }

  private static Event ended(long token, double seconds) {
    Usage usage = new Usage("w", seconds, seconds);
    return new Event.SegmentEnded(
        token, new SegmentResult.Diverged(1, "NaN", List.of(), usage), false);
  }

  @Test
  void aSegmentThatWaitedIsChargedFromWhenItGotASlot() {
    at(0, new Event.LimitsSet(Limits.none(), 2));
    at(0, new Event.SlotsChanged(1));
    at(0, issued(1));
    at(0, issued(2));
    assertThat(time.until(10)).as("one runs, on two cores").isEqualTo(20);
    at(100, ended(1, 99));
    assertThat(time.until(100)).isEqualTo(198);
    assertThat(time.until(110)).isEqualTo(218);
  }

  @Test
  void aNewSlotTakesTheNextThatWaits() {
    at(0, new Event.LimitsSet(Limits.none(), 1));
    at(0, new Event.SlotsChanged(1));
    at(0, issued(1));
    at(0, issued(2));
    at(50, new Event.SlotsChanged(2));
    assertThat(time.until(60)).isEqualTo(70);
  }

  @Test
  void oneThatEndsWithoutHavingRunMakesNoRoom() {
    at(0, new Event.LimitsSet(Limits.none(), 1));
    at(0, new Event.SlotsChanged(1));
    at(0, issued(1));
    at(0, issued(2));
    at(0, issued(3));
    at(10, ended(2, 0));
    assertThat(time.until(20)).isEqualTo(20);
  }
}
