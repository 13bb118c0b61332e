package dev.sturgeon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PulseTest {
  private static final Instant EVENT = Instant.parse("2026-11-22T09:00:00Z");

  private final MemoryStorage storage = new MemoryStorage();
  private final StillTimer timer = new StillTimer();

  @Test
  void withoutAHolderThereIsNone() throws IOException {
    assertThat(feel(Processes.Life.UNKNOWN).lost()).isTrue();
    storage.write("study.yaml", new byte[0]);
    take().close();
    assertThat(feel(Processes.Life.LIVES)).isEqualTo(new Pulse(EVENT, timer.wall(), true));
    assertThat(timer.pauses()).isEmpty();
  }

  @Test
  void aProcessThatIsSeenIsBelieved() throws IOException {
    take();
    Instant beat = timer.wall();
    timer.pause(600);
    Pulse living = feel(Processes.Life.LIVES);
    assertThat(living).isEqualTo(new Pulse(beat, timer.wall(), false));
    assertThat(living.silence()).isEqualTo(Duration.ofMinutes(10));
    assertThat(feel(Processes.Life.GONE).lost()).isTrue();
    assertThat(timer.pauses()).as("nothing is waited for").hasSize(1);
  }

  @Test
  void aFreshBeatIsBelieved() throws IOException {
    take();
    timer.pause(14);
    assertThat(feel(Processes.Life.UNKNOWN).lost()).isFalse();
    assertThat(timer.pauses()).hasSize(1);
  }

  @Test
  void anOldBeatIsWatched() throws IOException {
    take();
    timer.pause(16);
    assertThat(feel(Processes.Life.UNKNOWN).lost()).isTrue();
    assertThat(timer.seconds()).isEqualTo(16 + 15);
  }

  @Test
  void clocksNeedNotAgree() throws IOException {
    StudyLock held = take();
    for (int hours : new int[] {-1, 1}) {
      StillTimer away =
          new StillTimer() {
            @Override
            public Instant wall() {
              return super.wall().plus(Duration.ofHours(hours));
            }

            @Override
            public void pause(double seconds) {
              super.pause(seconds);
              renew(held);
            }
          };
      Pulse pulse = Pulse.feel(storage, any -> Processes.Life.UNKNOWN, away, EVENT);
      assertThat(pulse.lost()).isFalse();
      assertThat(pulse.silence()).as("it was seen to beat").isZero();
      assertThat(away.pauses()).hasSize(1);
    }
  }

  @Test
  void aBeatOfAnEarlierVersionHasNoTime() throws IOException {
    take();
    storage.write("driver/000001.beat", "12".getBytes(StandardCharsets.UTF_8));
    Pulse pulse = feel(Processes.Life.LIVES);
    assertThat(pulse.last()).isEqualTo(EVENT);
    assertThat(pulse.lost()).isFalse();
    assertThat(feel(Processes.Life.UNKNOWN).lost()).isTrue();
    assertThat(timer.seconds()).isEqualTo(15);
  }

  private static void renew(StudyLock lock) {
    try {
      lock.renew();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Pulse feel(Processes.Life life) throws IOException {
    return Pulse.feel(storage, any -> life, timer, EVENT);
  }

  private StudyLock take() throws IOException {
    Driver driver = new Driver("a", "node-a", 7, "ann", "2026-11-22T10:00:00Z", "boot", "1", 5);
    return StudyLock.take(storage, driver, timer, any -> Processes.Life.UNKNOWN, note -> {});
  }
}
