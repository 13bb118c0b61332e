package dev.sturgeon.journal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a journal says of the re-test that its study is, if it is one. */
final class Retests {
  private Event.@Nullable RetestStarted started;
  private Event.@Nullable RetestEnded ended;

  void apply(Event event) {
    if (event instanceof Event.RetestStarted begun) {
      started = begun;
    } else if (event instanceof Event.RetestEnded over) {
      ended = over;
    }
  }

  Optional<Event.RetestStarted> started() {
    return Optional.ofNullable(started);
  }

  Optional<Event.RetestEnded> ended() {
    return Optional.ofNullable(ended);
  }
}
