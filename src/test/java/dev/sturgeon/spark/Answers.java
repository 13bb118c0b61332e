package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.study.TrialExecutor;
import dev.sturgeon.study.TrialExecutor.Ended;
import dev.sturgeon.study.TrialExecutor.EpochDone;
import dev.sturgeon.study.TrialExecutor.Event;
import dev.sturgeon.trial.SegmentResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What came back for each token; no token twice. */
record Answers(Map<Long, SegmentResult> byToken) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Waits for as many segments to end. */
  static Answers await(TrialExecutor executor, int count) throws InterruptedException {
    Map<Long, SegmentResult> results = new LinkedHashMap<>();
    for (Event event : events(executor, count)) {
      if (event instanceof Ended ended) {
        assertThat(results.put(ended.token(), ended.result())).isNull();
      }
    }
    return new Answers(results);
  }

  /** All events until as many segments have ended. */
  static List<Event> events(TrialExecutor executor, int ends) throws InterruptedException {
    List<Event> all = new ArrayList<>();
    while (all.stream().filter(event -> event instanceof Ended).count() < ends) {
      List<Event> some = executor.poll(PATIENCE);
      assertThat(some).as("events after " + all.size()).isNotEmpty();
      all.addAll(some);
    }
    return all;
  }

  /** Returns once a segment has told of an epoch. */
  static void awaitEpoch(TrialExecutor executor) throws InterruptedException {
    List<Event> some;
    do {
      some = executor.poll(PATIENCE);
      assertThat(some).as("events").isNotEmpty();
    } while (some.stream().noneMatch(event -> event instanceof EpochDone));
  }

  <R extends SegmentResult> R of(long token, Class<R> type) {
    return type.cast(Objects.requireNonNull(byToken.get(token), "no answer to " + token));
  }
}
