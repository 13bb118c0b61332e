package dev.sturgeon.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a journal says of those who wrote it, and of the commands they got. */
final class Drivers {
  private final List<Event.PartOpened> parts = new ArrayList<>();

  /** By file: why it was refused, or empty where it was received. */
  private final Map<String, String> commands = new HashMap<>();

  private Event.@Nullable StopRequested stop;
  private Event.@Nullable DriverEnded end;
  private Instant since = Instant.EPOCH;
  private Instant lastSign = Instant.EPOCH;

  void apply(Stamped entry) {
    lastSign = entry.at();
    if (entry.event() instanceof Event.PartOpened part) {
      parts.add(part);
      since = entry.at();
      stop = null;
      end = null;
    } else if (entry.event() instanceof Event.CommandReceived command) {
      commands.put(command.file(), "");
    } else if (entry.event() instanceof Event.CommandRefused command) {
      commands.put(command.file(), command.why());
    } else if (entry.event() instanceof Event.StopRequested requested) {
      stop = requested;
    } else if (entry.event() instanceof Event.ConfirmationStarted) {
      stop = null;
    } else if (entry.event() instanceof Event.DriverEnded ended) {
      end = ended;
    }
  }

  List<Event.PartOpened> parts() {
    return Collections.unmodifiableList(parts);
  }

  boolean hasHandled(String command) {
    return commands.containsKey(command);
  }

  Optional<String> refusal(String command) {
    return Optional.ofNullable(commands.get(command)).filter(why -> !why.isEmpty());
  }

  Optional<Event.StopRequested> stop() {
    return Optional.ofNullable(stop);
  }

  Optional<Event.DriverEnded> end() {
    return Optional.ofNullable(end);
  }

  Instant since() {
    return since;
  }

  Instant lastSign() {
    return lastSign;
  }
}
