package dev.sturgeon.journal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a journal says of confirmations: a search that goes on makes the last one void. */
final class Confirmations {
  private @Nullable Confirmed last;
  private Event.@Nullable TestMeasured test;

  void apply(Event event) {
    if (event instanceof Event.ConfirmationStarted started) {
      last = new Confirmed(started, null);
    } else if (event instanceof Event.ConfirmationEnded ended && last != null) {
      last = new Confirmed(last.started(), ended);
    } else if (event instanceof Event.TestMeasured measured) {
      test = measured;
    } else if (event instanceof Event.TrialReopened || goesOn(event)) {
      last = null;
    }
  }

  private static boolean goesOn(Event event) {
    return event instanceof Event.SegmentIssued issued
        ? !issued.segment().trial().isRepeat()
        : event instanceof Event.TrialStarted started && !started.trial().isRepeat();
  }

  Optional<Confirmed> last() {
    return Optional.ofNullable(last);
  }

  Optional<Event.TestMeasured> test() {
    return Optional.ofNullable(test);
  }
}
