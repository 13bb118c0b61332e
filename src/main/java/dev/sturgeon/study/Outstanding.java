package dev.sturgeon.study;

import dev.sturgeon.trial.Segment;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The segments that the executor has: handed out, without an end yet. Times are seconds of study
 * time. Belongs to one thread.
 */
final class Outstanding {
  private final Map<Long, Segment> byToken = new HashMap<>();
  private final Map<Long, Double> began = new HashMap<>();
  private final Map<Long, Double> lastStep = new HashMap<>();
  private final Set<Long> askedToStop = new HashSet<>();
  private @Nullable Long alone;

  void add(Segment segment) {
    byToken.put(segment.token(), segment);
  }

  /** Adds one that is to run alone; there may be only one. */
  void addAlone(Segment segment) {
    add(segment);
    alone = segment.token();
  }

  /** The segment is no longer out; empty if it was not. */
  Optional<Segment> remove(long token) {
    began.remove(token);
    lastStep.remove(token);
    askedToStop.remove(token);
    if (isAlone(token)) {
      alone = null;
    }
    return Optional.ofNullable(byToken.remove(token));
  }

  Optional<Segment> get(long token) {
    return Optional.ofNullable(byToken.get(token));
  }

  boolean contains(long token) {
    return byToken.containsKey(token);
  }

  int size() {
    return byToken.size();
  }

  boolean isEmpty() {
    return byToken.isEmpty();
  }

  Collection<Long> tokens() {
    return List.copyOf(byToken.keySet());
  }

  /** It has begun, or made a step. */
  void progressed(long token, double now) {
    if (contains(token)) {
      began.putIfAbsent(token, now);
      lastStep.put(token, now);
    }
  }

  /** How long it has run; 0 as long as nothing is known of it. */
  double ran(long token, double now) {
    return now - began.getOrDefault(token, now);
  }

  /** Those that have begun, but made no step for so many seconds. */
  List<Segment> silent(double seconds, double now) {
    return lastStep.entrySet().stream()
        .filter(step -> now - step.getValue() >= seconds)
        .flatMap(step -> get(step.getKey()).stream())
        .toList();
  }

  /** Notes that it is to stop; false if that was so before. */
  boolean askToStop(long token) {
    return askedToStop.add(token);
  }

  boolean isAskedToStop(long token) {
    return askedToStop.contains(token);
  }

  /** The one that runs alone. */
  Optional<Segment> alone() {
    return Optional.ofNullable(alone).flatMap(this::get);
  }

  boolean isAlone(long token) {
    return alone != null && alone == token;
  }

  /** Others may join the one that ran alone. */
  void release() {
    alone = null;
  }
}
