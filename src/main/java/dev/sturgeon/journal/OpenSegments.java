package dev.sturgeon.journal;

import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.TrialId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Segments issued and still without an answer that counts: one a trial. */
final class OpenSegments {
  private final SortedMap<TrialId, Segment> byTrial = new TreeMap<>();
  private final Map<Long, Segment> byToken = new HashMap<>();
  private long nextToken = 1;

  /** Each driver has tokens of its own: what an earlier one still writes cannot be mistaken. */
  void partOpened(int part) {
    nextToken = Math.max(nextToken, (((long) part - 1) << 32) + 1);
  }

  /** It takes the place of any earlier one of its trial. */
  void issue(Segment segment) {
    nextToken = Math.max(nextToken, segment.token() + 1);
    close(segment.trial());
    byTrial.put(segment.trial(), segment);
    byToken.put(segment.token(), segment);
  }

  void close(TrialId trial) {
    Segment segment = byTrial.remove(trial);
    if (segment != null) {
      byToken.remove(segment.token());
    }
  }

  /** By trial; a live view. */
  SortedMap<TrialId, Segment> byTrial() {
    return Collections.unmodifiableSortedMap(byTrial);
  }

  /** By token; a live view. */
  Map<Long, Segment> byToken() {
    return Collections.unmodifiableMap(byToken);
  }

  Optional<Segment> of(long token) {
    return Optional.ofNullable(byToken.get(token));
  }

  /** A token that no segment has had. */
  long nextToken() {
    return nextToken;
  }
}
