package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.sturgeon.store.Driver;
import dev.sturgeon.store.LocalStorage;
import dev.sturgeon.store.StudyLock;
import dev.sturgeon.store.ThisMachine;
import dev.sturgeon.store.Timer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Study directories that cannot be used are refused before anything is begun. */
final class StudyDirectoryTest {
  private final Path directory;

  StudyDirectoryTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void aStudyThatAnotherDriverHasIsRefused() throws IOException {
    ThisMachine machine = new ThisMachine("node-1");
    Driver driver = machine.driver("other", 5);
    try (StudyLock held =
        StudyLock.take(new LocalStorage(directory), driver, Timer.system(), machine, note -> {})) {
      CommandRun refused = caviar(directory);
      assertThat(refused.code()).isEqualTo(ExitCode.TROUBLE);
      assertThat(refused.err())
          .contains("the driver on node-1 (process " + ProcessHandle.current().pid() + " of ")
          .contains("since " + driver.since() + ") is at work in " + directory)
          .contains("choose another study directory");
      held.confirm();
    }
    assertThat(directory.resolve("journal")).doesNotExist();
  }

  @Test
  void aFileIsNoStudyDirectory() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    assertThat(refusal(file, ExitCode.REFUSED)).contains(file + ": it is no directory");
    assertThat(refusal(file.resolve("below"), ExitCode.TROUBLE))
        .contains("cannot be written: Not a directory");
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsRefused() throws IOException {
    Path locked = Files.createDirectory(directory.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(locked), "a superuser may write everywhere");
    assertThat(refusal(locked, ExitCode.TROUBLE))
        .contains(locked + " cannot be written: access is denied");
  }

  private static String refusal(Path study, int code) {
    CommandRun refused = caviar(study);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.err()).doesNotContain("Exception", "bug");
    return refused.err();
  }

  private static CommandRun caviar(Path study) {
    return CommandRun.of("caviar", "conf/digits.yaml", "--dir", study.toString());
  }
}
