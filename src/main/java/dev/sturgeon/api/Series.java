package dev.sturgeon.api;

import dev.sturgeon.data.DataException;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.store.Storage;
import dev.sturgeon.store.StudyLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A directory of studies, each named after its day, and a small file {@code current} that names the
 * one that counts: object stores have no links.
 *
 * @param directory where they lie
 * @param names theirs, oldest first
 * @param others directories named after a day that are no studies: nobody else's files are touched
 */
record Series(String directory, List<String> names, List<String> others) {
  private static final String CURRENT = "current";

  /** A study has one of them from its first moment to its last. */
  private static final Set<String> MARKS = Set.of("journal", StudyLock.DIRECTORY);

  /**
   * The series in a directory, which may have none yet.
   *
   * @throws DataException if the directory is a study itself
   */
  static Series of(String directory) throws IOException {
    Storage storage = StudyStorage.open(directory);
    if (!storage.list("journal").isEmpty()) {
      throw new DataException(
          directory
              + " is a study, and no directory of studies; give another --dir, or go on with it"
              + " without --new-if-finished");
    }
    return of(directory, storage);
  }

  private static Series of(String directory, Storage storage) throws IOException {
    List<String> studies = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String name : DatedNames.in(storage.list(""))) {
      boolean isStudy = storage.list(name).stream().anyMatch(MARKS::contains);
      (isStudy ? studies : others).add(name);
    }
    return new Series(directory, List.copyOf(studies), List.copyOf(others));
  }

  /**
   * Refuses to begin a study in a directory of studies, which would be one no more.
   *
   * @throws DataException that says what would be right
   */
  static void refuseIn(String directory) throws IOException {
    Storage storage = StudyStorage.open(directory);
    if (!storage.exists("") || !storage.list("journal").isEmpty()) {
      return;
    }
    List<String> studies = of(directory, storage).names();
    if (!studies.isEmpty()) {
      throw new DataException(
          "%s holds a series of studies, such as %s: add --new-if-finished, or give another --dir"
              .formatted(directory, studies.get(studies.size() - 1)));
    }
  }

  /** The study that a directory stands for: the current one of a series, else itself. */
  static String study(String directory) throws IOException {
    return current(directory).map(name -> directory + "/" + name).orElse(directory);
  }

  /** The network that a directory stands for: the current study's best, else what it holds. */
  static String model(String directory) throws IOException {
    return current(directory).map(name -> directory + "/" + name + "/best").orElse(directory);
  }

  private static Optional<String> current(String directory) throws IOException {
    String content;
    try {
      byte[] read = StudyStorage.open(directory).read(CURRENT);
      content = new String(read, StandardCharsets.UTF_8).strip();
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
    if (DatedNames.in(List.of(content)).isEmpty()) {
      throw new DataException(
          directory + "/" + CURRENT + " names no study of a day; write one there, or delete it");
    }
    return Optional.of(content);
  }

  /**
   * The study that counts; empty where none does yet.
   *
   * @throws DataException if it is not there: which one counts instead is not guessed
   */
  Optional<String> current() throws IOException {
    Optional<String> current = current(directory);
    if (current.isPresent() && !names.contains(current.get())) {
      throw new DataException(
          "%s/%s names %s, which is not there; %sdelete the file, so that the newest counts"
              .formatted(
                  directory,
                  CURRENT,
                  current.get(),
                  newest().map(name -> "write one that is, such as " + name + ", or ").orElse("")));
    }
    return current;
  }

  /** Lets a study count from now on. */
  void setCurrent(String name) throws IOException {
    StudyStorage.open(directory).write(CURRENT, (name + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The newest study; empty where there is none. */
  Optional<String> newest() {
    return names.isEmpty() ? Optional.empty() : Optional.of(names.get(names.size() - 1));
  }

  /** A name for another one. */
  String next(LocalDate day) {
    return DatedNames.next(Stream.concat(names.stream(), others.stream()).toList(), day);
  }

  /** Where a study lies. */
  String path(String name) {
    return directory + "/" + name;
  }

  /** The same with one more, if it is not there. */
  Series with(String name) {
    return names.contains(name)
        ? this
        : new Series(
            directory,
            DatedNames.in(Stream.concat(names.stream(), Stream.of(name)).toList()),
            others);
  }

  /**
   * The finished ones that are more than so many, and those that were left unfinished before the
   * newest one; never the current one. Oldest first.
   */
  List<String> surplus(int keep, Predicate<String> isFinished) throws IOException {
    List<String> finished = names.stream().filter(isFinished).toList();
    Set<String> stay =
        new HashSet<>(finished.subList(Math.max(0, finished.size() - keep), finished.size()));
    newest().ifPresent(stay::add);
    current().ifPresent(stay::add);
    return names.stream().filter(name -> !stay.contains(name)).toList();
  }

  /**
   * Deletes a study with all it holds; what a crash leaves of it is one that was left unfinished.
   */
  void delete(String name) throws IOException {
    Storage storage = StudyStorage.open(directory);
    String journal = name + "/journal";
    if (storage.exists(journal)) {
      storage.move(journal, name + "/deleted-" + UUID.randomUUID());
    }
    storage.delete(name);
  }
}
