package dev.sturgeon.journal;

import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a journal says in sentences, for people: no decision follows from it. */
final class Remarks {
  private final List<String> ofSearch = new ArrayList<>();
  private final List<Event.TrialNoted> ofTrials = new ArrayList<>();
  private final Map<TrialId, String> origins = new TreeMap<>();

  /** Of trials that have a parent only: a search gives up many, and says why in its events. */
  private final Map<TrialId, String> endings = new HashMap<>();

  void apply(Event event) {
    if (event instanceof Event.SearchNoted note) {
      ofSearch.add(note.text());
    } else if (event instanceof Event.TrialNoted note) {
      ofTrials.add(note);
    } else if (event instanceof Event.TrialStarted started) {
      origins.put(started.trial(), started.origin());
      if (started.parent() != null) {
        endings.put(started.trial(), "");
      }
    } else if (event instanceof Event.TrialDropped dropped) {
      endings.replace(dropped.trial(), dropped.why());
    } else if (event instanceof Event.TrialCompleted completed) {
      endings.replace(completed.trial(), completed.why());
    }
  }

  List<String> ofSearch() {
    return Collections.unmodifiableList(ofSearch);
  }

  List<Event.TrialNoted> ofTrials() {
    return Collections.unmodifiableList(ofTrials);
  }

  String origin(TrialId trial) {
    return origins.getOrDefault(trial, "");
  }

  String ending(TrialId trial) {
    return endings.getOrDefault(trial, "");
  }
}
