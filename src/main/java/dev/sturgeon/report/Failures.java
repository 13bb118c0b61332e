package dev.sturgeon.report;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.trial.SegmentResult;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What went wrong with a study's segments, of one kind.
 *
 * @param kind the kind: {@code diverged}, or that of the failure
 * @param times how often
 * @param again how often the segment was issued again, since its trial was not to blame
 * @param lastTrial the trial that it happened to last
 * @param lastMessage what was said then
 */
public record Failures(String kind, int times, int again, int lastTrial, String lastMessage) {

  /** Those of a journal, by kind. */
  static List<Failures> of(List<Stamped> entries) {
    Map<Long, Integer> trials = new HashMap<>();
    Map<String, Failures> byKind = new TreeMap<>();
    for (Stamped entry : entries) {
      if (entry.event() instanceof Event.SegmentIssued issued) {
        trials.put(issued.segment().token(), issued.segment().trial().number());
      } else if (entry.event() instanceof Event.SegmentEnded ended) {
        int trial = trials.getOrDefault(ended.token(), -1);
        if (ended.result() instanceof SegmentResult.Diverged diverged) {
          count(byKind, "diverged", ended.again(), trial, diverged.message());
        } else if (ended.result() instanceof SegmentResult.Failed failed && !ended.withdrawn()) {
          count(byKind, camel(failed.kind().name()), ended.again(), trial, failed.message());
        }
      }
    }
    return List.copyOf(byKind.values());
  }

  private static void count(
      Map<String, Failures> byKind, String kind, boolean again, int trial, String message) {
    byKind.merge(
        kind,
        new Failures(kind, 1, again ? 1 : 0, trial, message),
        (all, one) -> new Failures(kind, all.times + 1, all.again + one.again, trial, message));
  }

  /** WORKER_LOST as workerLost. */
  private static String camel(String name) {
    StringBuilder text = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
      text.append(
          text.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return text.toString();
  }
}
