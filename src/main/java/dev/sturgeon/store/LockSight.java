package dev.sturgeon.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * What is seen of a {@link StudyLock} at one moment.
 *
 * @param generation the newest one's number; 0 where nobody ever held it
 * @param record what its holder wrote when it took it
 * @param beat what its holder wrote last to show that it lives; empty before that
 */
record LockSight(int generation, String record, String beat) {
  static final String DIRECTORY = "driver";
  static final String RELEASED = "released";
  private static final String RECORD = ".json";

  /** Renewals a holder may miss before it counts as dead. */
  private static final int MISSED = 3;

  private static final double LOOK = 1;

  /** Of a holder whose record cannot be read. */
  private static final double USUAL_RENEWAL = 5;

  static LockSight of(Storage storage) throws IOException {
    int newest = newest(storage);
    return newest == 0
        ? new LockSight(0, "", "")
        : new LockSight(newest, read(storage, record(newest)), read(storage, beat(newest)));
  }

  /** The number of the newest generation. */
  static int newest(Storage storage) throws IOException {
    return storage.list(DIRECTORY).stream()
        .filter(name -> name.matches("\\d{1,9}" + RECORD))
        .mapToInt(name -> Integer.parseInt(name.substring(0, name.length() - RECORD.length())))
        .max()
        .orElse(0);
  }

  static String record(int generation) {
    return name(generation) + RECORD;
  }

  static String beat(int generation) {
    return name(generation) + ".beat";
  }

  private static String name(int generation) {
    return String.format(Locale.ROOT, "%s/%06d", DIRECTORY, generation);
  }

  /** Deletes what is left of earlier generations; the newest stays, so that no number returns. */
  static void sweep(Storage storage, int before) throws IOException {
    for (String name : storage.list(DIRECTORY)) {
      boolean ours = name.matches("\\d{1,9}\\..*");
      if (ours && Integer.parseInt(name.substring(0, name.indexOf('.'))) < before) {
        storage.delete(DIRECTORY + "/" + name);
      }
    }
  }

  boolean isFree() {
    return generation == 0 || beat.equals(RELEASED);
  }

  /** Empty where the record is not whole. */
  Optional<Driver> driver() {
    return Driver.fromJson(record.getBytes(StandardCharsets.UTF_8));
  }

  /** For how many seconds a living holder may show nothing. */
  double patience() {
    return MISSED * driver().map(Driver::renewSeconds).orElse(USUAL_RENEWAL);
  }

  /** What a holder writes to show that it lives: a number that grows, and when it wrote it. */
  static String beat(long number, Instant wall) {
    return number + " " + wall.truncatedTo(ChronoUnit.MILLIS);
  }

  /** When the holder last showed that it lives, by its own clock; empty where it did not say. */
  Optional<Instant> beatAt() {
    try {
      return Optional.of(Instant.parse(beat.substring(beat.indexOf(' ') + 1)));
    } catch (DateTimeParseException notSaid) {
      return Optional.empty();
    }
  }

  /**
   * Waits for something to change, as long as a living holder may show nothing; no clocks are
   * compared.
   *
   * @return what is seen then; empty where nothing has changed
   */
  Optional<LockSight> watch(Storage storage, Timer timer) throws IOException {
    double end = timer.seconds() + patience();
    while (timer.seconds() < end) {
      timer.pause(LOOK);
      LockSight now = of(storage);
      if (!now.equals(this)) {
        return Optional.of(now);
      }
    }
    return Optional.empty();
  }

  String holder() {
    return driver().map(Driver::text).orElse("another driver");
  }

  private static String read(Storage storage, String path) throws IOException {
    try {
      return new String(storage.read(path), StandardCharsets.UTF_8);
    } catch (NoSuchFileException absent) {
      return "";
    }
  }
}
