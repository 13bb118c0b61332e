package dev.sturgeon.api;

import dev.sturgeon.data.DataException;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.study.Clock;
import dev.sturgeon.study.TrialExecutor;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.TrialId;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Trains trials for some epochs, side by side on every slot as a search does, to know how long
 * their epochs take. Belongs to one thread.
 */
final class TimedTrials {
  private static final Duration LOOK = Duration.ofMillis(200);

  /** How long to wait for a first executor, and how long for it to take something. */
  private static final double PATIENCE = 60;

  /** How long the first configuration trains on each slot, so that the JVMs are warm after it. */
  private static final Stint WARM_UP = new Stint(30, 5, 3, 20);

  /** Seconds in which all configurations are to be trained after that. */
  private static final double ROUND = 15;

  private final TrialExecutor executor;
  private final Clock clock;
  private final long seed;
  private long tokens;
  private String failure = "no executor took it";

  /** Whether the cluster or its files are to blame, and not the configuration. */
  private boolean isOurs = true;

  /**
   * Trials on this executor.
   *
   * @param seed all their randomness comes from it
   */
  TimedTrials(TrialExecutor executor, Clock clock, long seed) {
    this.executor = executor;
    this.clock = clock;
    this.seed = seed;
  }

  /**
   * Times the first configuration and then, if that can be done in seconds, all of them.
   *
   * @return seconds an epoch, by index; without those that ended no epoch in time
   * @throws DataException if the first one cannot be trained
   * @throws IOException if nothing could be trained, for want of an executor for example
   */
  SortedMap<Integer, Double> measure(List<Configuration> configurations)
      throws IOException, InterruptedException {
    int slots = slots();
    List<Configuration> copies = Collections.nCopies(slots, configurations.get(0));
    Collection<Double> warm = train(copies, WARM_UP).values();
    if (warm.isEmpty()) {
      refuse("no epoch of the first configuration could be timed: " + failure);
    }
    double first = warm.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double turns = Math.ceil((double) configurations.size() / slots);
    SortedMap<Integer, Double> seconds = new TreeMap<>();
    if (turns * first <= ROUND) {
      // Others may be slower than the first: half of the time is left for that.
      int epochs = (int) Math.max(1, Math.min(WARM_UP.epochs(), ROUND / 2 / (turns * first)));
      seconds.putAll(train(configurations, new Stint(epochs, 1, ROUND, ROUND)));
    }
    seconds.putIfAbsent(0, first);
    return seconds;
  }

  private int slots() throws InterruptedException {
    double begin = clock.seconds();
    while (executor.slots() < 1 && clock.seconds() < begin + PATIENCE) {
      executor.poll(LOOK);
    }
    return Math.max(1, executor.slots());
  }

  private Map<Integer, Double> train(List<Configuration> configurations, Stint stint)
      throws InterruptedException {
    Map<Long, Integer> out = new HashMap<>();
    for (int i = 0; i < configurations.size(); i++) {
      Segment segment = segment(i, configurations.get(i), stint.epochs());
      out.put(segment.token(), i);
      executor.submit(segment);
    }
    Map<Integer, Double> seconds = new HashMap<>();
    double begin = clock.seconds();
    int trained = 0;
    boolean begun = false;
    boolean stopped = false;
    while (!out.isEmpty()) {
      for (TrialExecutor.Event event : executor.poll(LOOK)) {
        if (!begun) {
          begun = true;
          begin = clock.seconds();
        }
        if (event instanceof TrialExecutor.Ended ended) {
          Integer trial = out.remove(ended.token());
          if (trial != null) {
            take(trial, ended.result(), seconds);
          }
        } else if (event instanceof TrialExecutor.EpochDone done) {
          trained = Math.max(trained, done.point().epoch());
        }
      }
      double spent = clock.seconds() - begin;
      if (!stopped && (begun ? stint.isOver(trained, spent) : spent >= PATIENCE)) {
        List.copyOf(out.keySet()).forEach(executor::stop);
        stopped = true;
      }
    }
    return seconds;
  }

  /** A trial that would stop early is trained on: what counts here is the time of its epochs. */
  private Segment segment(int trial, Configuration configuration, int epochs) {
    Configuration patient = configuration.with("earlyStopping", Value.of(0L));
    return new Segment(new TrialId(trial), patient, seed, 0, epochs, epochs, null, tokens++);
  }

  private void take(int trial, SegmentResult result, Map<Integer, Double> seconds) {
    if (result instanceof SegmentResult.Advanced advanced) {
      put(trial, advanced.points(), seconds);
    } else if (result instanceof SegmentResult.Diverged diverged) {
      put(trial, diverged.points(), seconds);
      failure = "it diverged in its first epoch: " + diverged.message();
      isOurs = false;
    } else if (result instanceof SegmentResult.Failed failed) {
      failure = failed.message();
      isOurs = !failed.kind().isTrials();
    }
  }

  /** The later half of the epochs: the first ones of a JVM are slow. */
  private static void put(int trial, List<CurvePoint> points, Map<Integer, Double> seconds) {
    points.stream()
        .skip(points.size() / 2)
        .mapToDouble(CurvePoint::seconds)
        .average()
        .ifPresent(mean -> seconds.put(trial, mean));
  }

  private void refuse(String message) throws IOException {
    if (isOurs) {
      throw new IOException(message);
    }
    throw new DataException(message);
  }

  /**
   * How long trials train; epochs that have begun are ended.
   *
   * @param epochs at most
   * @param least epochs of one of them, unless all the time is over
   * @param seconds enough with so many
   * @param most seconds in any case
   */
  private record Stint(int epochs, int least, double seconds, double most) {
    boolean isOver(int trained, double spent) {
      return spent >= most || (spent >= seconds && trained >= least);
    }
  }
}
