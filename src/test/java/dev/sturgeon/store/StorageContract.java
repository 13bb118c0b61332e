package dev.sturgeon.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Storage} does. */
@Timeout(60)
public abstract class StorageContract {
  private Storage storage;

  /** An empty storage. */
  protected abstract Storage open() throws IOException;

  /** Whether creation is exclusive at the very same moment too; Hadoop's local ones only look. */
  protected boolean isExclusiveUnderRace() {
    return true;
  }

  @BeforeEach
  void openStorage() throws IOException {
    storage = open();
  }

  @Test
  void givesBackWhatWasWritten() throws IOException {
    storage.write("a/b/c.bin", new byte[] {0, 1, -1});

    assertThat(storage.read("a/b/c.bin")).containsExactly(0, 1, -1);
  }

  @Test
  void replacesAFile() throws IOException {
    write("file", "a long first content");
    write("file", "second");

    assertThat(text("file")).isEqualTo("second");
    assertThat(storage.list("")).containsExactly("file");
  }

  @Test
  void knowsFilesAndDirectoriesThatExist() throws IOException {
    write("dir/file", "x");

    assertThat(storage.exists("dir/file")).isTrue();
    assertThat(storage.exists("dir")).isTrue();
    assertThat(storage.exists("di")).isFalse();
    assertThat(storage.exists("dir/other")).isFalse();
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> storage.read("no/such.json"))
        .withMessageContaining("no/such.json");
  }

  @Test
  void listsNamesInOrder() throws IOException {
    write("b", "");
    write("dir/inner", "");
    write("a", "");

    assertThat(storage.list("")).containsExactly("a", "b", "dir");
    assertThat(storage.list("dir")).containsExactly("inner");
    assertThat(storage.list("absent")).isEmpty();
  }

  @Test
  void deletesFilesAndWholeDirectories() throws IOException {
    write("dir/a", "");
    write("dir/deep/b", "");
    write("dirt", "");

    storage.delete("dir");
    storage.delete("never there");

    assertThat(storage.list("")).containsExactly("dirt");
  }

  @Test
  void movesFilesAndDirectories() throws IOException {
    write("from/file", "x");

    storage.move("from", "to");
    storage.move("to/file", "elsewhere/name");

    assertThat(storage.exists("from")).isFalse();
    assertThat(text("elsewhere/name")).isEqualTo("x");
  }

  @Test
  void movesNeitherOntoATakenNameNorFromAnAbsentOne() throws IOException {
    write("one", "1");
    write("two", "2");

    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> storage.move("one", "two"));
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> storage.move("absent", "three"));
    assertThat(text("one") + text("two")).isEqualTo("12");
  }

  @Test
  void aDirectoryThatCanBeWrittenIsUsableAndStaysEmpty() throws IOException {
    storage.checkUsable();

    assertThat(storage.list("")).isEmpty();
  }

  @Test
  void whatIsCreatedIsNeverReplaced() throws IOException {
    storage.createNew("dir/new", new byte[] {1, 2});

    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> storage.createNew("dir/new", new byte[] {3}))
        .withMessageContaining("dir/new");
    assertThat(storage.read("dir/new")).containsExactly(1, 2);
  }

  @Test
  void ofManyWhoCreateAFileOneSucceeds() throws Exception {
    assumeTrue(isExclusiveUnderRace());
    AtomicInteger winners = new AtomicInteger();

    inParallel(
        8,
        thread -> {
          try {
            storage.createNew("new", new byte[] {(byte) thread});
            winners.incrementAndGet();
            assertThat(storage.read("new")).containsExactly(thread);
          } catch (FileAlreadyExistsException taken) {
            assertThat(taken).hasMessageContaining("new");
          }
        });

    assertThat(winners).hasValue(1);
  }

  @Test
  void aLogShowsEveryAppendAtOnce() throws IOException {
    assumeTrue(storage.hasLogs());
    try (Storage.Log log = storage.createLog("journal/000001.jsonl")) {
      assertThat(text("journal/000001.jsonl")).isEmpty();
      log.append("one\n".getBytes(UTF_8));
      assertThat(text("journal/000001.jsonl")).isEqualTo("one\n");
      log.append("two\n".getBytes(UTF_8));
      assertThat(text("journal/000001.jsonl")).isEqualTo("one\ntwo\n");
    }
    assertThat(text("journal/000001.jsonl")).isEqualTo("one\ntwo\n");
    assertThat(storage.list("journal")).containsExactly("000001.jsonl");
  }

  @Test
  void aLogIsNeverOpenedTwice() throws IOException {
    assumeTrue(storage.hasLogs());
    storage.createLog("log").close();

    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> storage.createLog("log"))
        .withMessageContaining("log");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../sibling", "a/../../b", "a\\b", "C:/x", "hdfs://h/x"})
  void refusesToLeaveTheDirectory(String path) throws IOException {
    List<Callable<?>> calls =
        List.of(() -> storage.exists(path), () -> storage.read(path), () -> storage.list(path));
    for (Callable<?> call : calls) {
      assertThatIllegalArgumentException().isThrownBy(call::call).withMessageContaining(path);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> storage.write(path, new byte[0]));
    assertThatIllegalArgumentException().isThrownBy(() -> storage.createNew(path, new byte[0]));
    if (storage.hasLogs()) {
      assertThatIllegalArgumentException().isThrownBy(() -> storage.createLog(path));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> storage.delete(path));
    assertThatIllegalArgumentException().isThrownBy(() -> storage.move(path, "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> storage.move("a", path));
  }

  @Test
  void severalThreadsWriteSideBySide() throws Exception {
    inParallel(8, thread -> write("dir/" + thread, "content of " + thread));

    assertThat(storage.list("dir")).hasSize(8);
    for (int thread = 0; thread < 8; thread++) {
      assertThat(text("dir/" + thread)).isEqualTo("content of " + thread);
    }
  }

  @Test
  void racingWritersLeaveOneWholeContent() throws Exception {
    inParallel(8, thread -> write("same", Integer.toString(thread).repeat(50_000)));

    assertThat(text("same")).hasSize(50_000).matches("(\\d)\\1*");
    assertThat(storage.list("")).containsExactly("same");
  }

  /** Carries out the work on as many threads at once. */
  public static void inParallel(int threads, Work work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> calls =
          IntStream.range(0, threads)
              .<Callable<Void>>mapToObj(
                  thread ->
                      () -> {
                        work.run(thread);
                        return null;
                      })
              .toList();
      for (Future<Void> done : pool.invokeAll(calls)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** What one of several threads does. */
  public interface Work {
    /** Does it. */
    void run(int thread) throws Exception;
  }

  private void write(String path, String content) throws IOException {
    storage.write(path, content.getBytes(UTF_8));
  }

  private String text(String path) throws IOException {
    return new String(storage.read(path), UTF_8);
  }
}
