package dev.sturgeon.bench.chaos;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.store.LocalStorage;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a study's journal tells, as far as it goes. */
record Story(List<Stamped> entries) {

  static Story of(Path study) throws IOException {
    return new Story(JournalReader.read(new LocalStorage(study)).entries());
  }

  StudyState state() {
    return StudyState.from(entries);
  }

  List<Trial> trials() {
    StudyState state = state();
    return state.started().isEmpty() ? List.of() : state.history().trials();
  }

  <E extends Event> List<E> all(Class<E> kind) {
    return entries.stream().map(Stamped::event).filter(kind::isInstance).map(kind::cast).toList();
  }

  /** How many segments have ended with a result that counts. */
  int ends() {
    return (int) all(Event.SegmentEnded.class).stream().filter(ended -> !ended.again()).count();
  }

  /** How many epochs the results that count have trained, each as often as it was. */
  int epochs() {
    return all(Event.SegmentEnded.class).stream()
        .filter(ended -> !ended.again())
        .map(Event.SegmentEnded::result)
        .filter(SegmentResult.Advanced.class::isInstance)
        .mapToInt(result -> ((SegmentResult.Advanced) result).points().size())
        .sum();
  }

  int count(Trial.Status status) {
    return (int) trials().stream().filter(trial -> trial.status() == status).count();
  }

  /** Trials that ended with such a failure. */
  int failed(FailureKind... kinds) {
    Map<Long, TrialId> trials = trialsByToken();
    return (int)
        all(Event.SegmentEnded.class).stream()
            .filter(ended -> !ended.again())
            .filter(
                ended ->
                    ended.result() instanceof SegmentResult.Failed failed
                        && List.of(kinds).contains(failed.kind()))
            .map(ended -> trials.get(ended.token()))
            .distinct()
            .count();
  }

  /** Of every segment the trial, by token. */
  Map<Long, TrialId> trialsByToken() {
    Map<Long, TrialId> trials = new TreeMap<>();
    all(Event.SegmentIssued.class)
        .forEach(issued -> trials.put(issued.segment().token(), issued.segment().trial()));
    return trials;
  }

  /** How often a segment of the trial was issued. */
  int issued(TrialId trial) {
    return (int) trialsByToken().values().stream().filter(issued -> issued.equals(trial)).count();
  }

  /** The trials told to do this. */
  List<Trial> told(String deed) {
    return trials().stream()
        .filter(trial -> trial.configuration().text("misdeed").equals(deed))
        .toList();
  }

  /** Completed segments that were issued once more all the same: work that was done twice. */
  int repeated() {
    StudyState state = new StudyState();
    int repeated = 0;
    for (Stamped entry : entries) {
      if (entry.event() instanceof Event.SegmentIssued issued
          && issued.segment().fromEpoch() < state.history().get(issued.segment().trial()).epoch()) {
        repeated++;
      }
      state.apply(entry);
    }
    return repeated;
  }

  /** Of each driver after the first, how many segments it had to issue once more. */
  List<Integer> redone() {
    StudyState state = new StudyState();
    List<Integer> redone = new ArrayList<>();
    for (Stamped entry : entries) {
      if (entry.event() instanceof Event.PartOpened && !state.parts().isEmpty()) {
        redone.add(state.open().size());
      }
      state.apply(entry);
    }
    return redone;
  }
}
