package dev.sturgeon.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Scores;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeldTimeTest {
  private final HeldTime time = new HeldTime();

  private void at(double t, Event event) {
    time.apply(new Stamped(Instant.EPOCH, t, event));
  }

  private static Event driver(int part) {
    Versions versions = new Versions("s", "j", "s", "d");
    return new Event.PartOpened(part, Journal.FORMAT, versions, "host", "d" + part, List.of(), "");
  }

  private static Limits parallel(int most) {
    return new Limits(most, null, null, null, null);
  }

  @Test
  void idleSlotsCountWithAllTheirCores() {
    at(0, driver(1));
    at(0, new Event.LimitsSet(Limits.none(), 2));
    at(0, new Event.SlotsChanged(3));
    at(10, new Event.TrialsAllowed(1));
    assertThat(time.until(10)).isEqualTo(60);
    assertThat(time.until(12)).as("and goes on").isEqualTo(72);
    assertThat(time.cores()).isEqualTo(6);
    assertThat(time.seconds()).isEqualTo(10);
  }

  @Test
  void noMoreSlotsAreHeldThanMayWork() {
    at(0, driver(1));
    at(0, new Event.LimitsSet(parallel(2), 1));
    at(0, new Event.SlotsChanged(8));
    assertThat(time.until(5)).isEqualTo(10);
  }

  @Test
  void slotsThatComeAndGoAreChargedWhileTheyAreThere() {
    at(0, driver(1));
    at(0, new Event.LimitsSet(Limits.none(), 1));
    at(0, new Event.SlotsChanged(0));
    at(4, new Event.SlotsChanged(2));
    at(10, new Event.SlotsChanged(1));
    assertThat(time.until(20)).isEqualTo(12 + 10);
  }

  @Test
  void theStartIsChargedToo() {
    at(0, driver(1));
    at(3, new Event.LimitsSet(Limits.none(), 1));
    assertThat(time.until(3)).as("nobody knows yet").isZero();
    at(3, new Event.SlotsChanged(2));
    assertThat(time.until(3)).isEqualTo(6);
  }

  @Test
  void whatAnEarlierDriverHeldStaysAndTheTimeBetweenDoesNot() {
    at(0, driver(1));
    at(0, new Event.LimitsSet(Limits.none(), 1));
    at(0, new Event.SlotsChanged(2));
    at(10, new Event.TrialsAllowed(1));
    at(10, driver(2));
    assertThat(time.until(11)).as("the second has said nothing of slots").isEqualTo(20);
    at(11, new Event.SlotsChanged(4));
    assertThat(time.until(11)).isEqualTo(20 + 4);
    assertThat(time.seconds()).isEqualTo(11);
  }

  @Test
  void theEndingIsNotCharged() {
    at(0, driver(1));
    at(0, new Event.LimitsSet(Limits.none(), 1));
    at(0, new Event.SlotsChanged(2));
    at(10, new Event.StopRequested(StopReason.CORE_HOURS, ""));
    at(15, new Event.BaselineMeasured("linear", new Scores(1, 0.5)));
    at(20, new Event.StudyFinished(StopReason.CORE_HOURS, null));
    assertThat(time.until(20)).isEqualTo(20);
    assertThat(time.seconds()).isEqualTo(10);
  }
}
