package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.study.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StopSignalsTest {
  private final List<String> said = new ArrayList<>();
  private final List<Duration> delays = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private final StopSignal stop = new StopSignal();
  private boolean halted;

  private final StopSignals signals =
      new StopSignals(
          stop,
          new Said(),
          Duration.ofSeconds(25),
          (delay, action) -> {
            delays.add(delay);
            later.add(action);
          },
          () -> halted = true);

  @Test
  void ctrlCOnceIsPoliteTwiceIsNowAndThreeTimesEndsTheJvm() {
    signals.interrupt();
    assertThat(said).hasSize(1);
    assertThat(stop.isNow()).isFalse();
    assertThat(later).as("no deadline").isEmpty();
    signals.interrupt();
    assertThat(stop.isNow()).isTrue();
    assertThat(halted).isFalse();
    signals.interrupt();
    assertThat(halted).isTrue();
  }

  @Test
  void whatDoesNotEndAfterCtrlCTwiceIsEnded() {
    signals.interrupt();
    signals.interrupt();
    later.get(0).run();
    assertThat(halted).isTrue();
  }

  @Test
  void sigtermIsPoliteUntilItsDeadline() {
    signals.terminate();
    signals.terminate();
    assertThat(said).hasSize(1);
    assertThat(stop.isNow()).isFalse();
    assertThat(delays).containsExactly(Duration.ofSeconds(25));
    later.get(0).run();
    assertThat(stop.isNow()).isTrue();
    assertThat(halted).isFalse();
    later.get(1).run();
    assertThat(halted).isTrue();
    assertThat(delays.stream().mapToLong(Duration::toSeconds).sum())
        .as("Kubernetes and others kill after 30 s")
        .isLessThan(30);
  }

  private final class Said implements Screen {
    @Override
    public void show(List<String> lines) {}

    @Override
    public void say(String line) {
      said.add(line);
    }

    @Override
    public void clear() {}
  }
}
