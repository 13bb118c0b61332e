package dev.sturgeon.journal;

import com.fasterxml.jackson.core.JacksonException;
import dev.sturgeon.store.Storage;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Commands from outside: a file each in {@code inbox/}, whole as soon as it has its name, and named
 * so that names never collide and their order is that of the senders' clocks.
 *
 * <p>Works from any machine that sees the study directory. Belongs to one thread.
 */
public final class Inbox {
  private static final String DIRECTORY = "inbox";
  private static final String REFUSED = DIRECTORY + "/refused";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Storage storage;
  private final Set<String> earlier;

  private Inbox(Storage storage, Set<String> earlier) {
    this.storage = storage;
    this.earlier = earlier;
  }

  /**
   * The inbox as a driver opens it, which knows what was there before.
   *
   * @param storage the study directory
   */
  public static Inbox open(Storage storage) throws IOException {
    return new Inbox(storage, new HashSet<>(names(storage)));
  }

  /** Puts a command into a study's inbox and returns its name there. */
  public static String send(Storage storage, Command command) throws IOException {
    String name =
        STAMP.format(command.sender().when())
            + "-"
            + UUID.randomUUID().toString().substring(0, 8)
            + ".json";
    storage.write(path(name), EventCodec.encode(command));
    return name;
  }

  /** Whether a command still waits to be taken. */
  public static boolean isWaiting(Storage storage, String name) throws IOException {
    return storage.exists(path(name));
  }

  /** Takes a command back; without effect where a driver was quicker. */
  public static void withdraw(Storage storage, String name) throws IOException {
    storage.delete(path(name));
  }

  /** The names of what waits, in order; files with other names are left alone. */
  public List<String> waiting() throws IOException {
    return names(storage);
  }

  private static List<String> names(Storage storage) throws IOException {
    return storage.list(DIRECTORY).stream()
        .filter(name -> name.matches("[A-Za-z0-9][A-Za-z0-9._+-]{0,100}\\.json"))
        .toList();
  }

  /**
   * Reads a file: as the event that it came, or that it is refused and why.
   *
   * @throws IOException if it cannot be read now
   */
  public Event read(String name) throws IOException {
    byte[] content = storage.read(path(name));
    try {
      Command command = EventCodec.decodeCommand(content);
      return command.isForThisDriver() && earlier.contains(name)
          ? new Event.CommandRefused(
              name, "to %s was for a driver that had ended".formatted(command.text()))
          : new Event.CommandReceived(name, command);
    } catch (JacksonException e) {
      return new Event.CommandRefused(name, "it is no command: " + firstLine(e));
    }
  }

  private static String firstLine(JacksonException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("");
  }

  /** Removes what was taken, or puts aside what was refused: into {@code inbox/refused/}. */
  public void clear(String name, boolean refused) throws IOException {
    if (refused && !storage.exists(REFUSED + "/" + name)) {
      storage.move(path(name), REFUSED + "/" + name);
    } else {
      storage.delete(path(name));
    }
  }

  private static String path(String name) {
    return DIRECTORY + "/" + name;
  }
}
