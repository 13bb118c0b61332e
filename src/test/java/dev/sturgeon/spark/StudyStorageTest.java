package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.sturgeon.store.LocalStorage;
import dev.sturgeon.store.PatientStorage;
import dev.sturgeon.store.Storage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StudyStorageTest {
  private final Path directory;

  StudyStorageTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void everySpellingOfALocalDirectoryIsTheSameOne() throws IOException {
    Path study = directory.resolve("a study");
    new LocalStorage(study).write("file", new byte[] {7});

    for (String spelling :
        new String[] {study.toString(), study.toUri().toString(), "file:" + study}) {
      Storage storage = StudyStorage.open(spelling);
      assertThat(((PatientStorage) storage).storage()).isInstanceOf(LocalStorage.class);
      assertThat(storage.location()).isEqualTo(study.toString());
      assertThat(storage.read("file")).containsExactly(7);
    }
  }

  /** Hadoop's paths decode nothing: a space must reach them as one. */
  @Test
  void aUriIsWrittenAsHadoopReadsIt() {
    Path study = directory.resolve("a study é");
    assertThat(StudyStorage.uri(study.toString())).isEqualTo("file://" + study);
    assertThat(StudyStorage.uri(study.toUri().toString())).isEqualTo("file://" + study);
    assertThat(StudyStorage.uri("hdfs://host/dir")).isEqualTo("hdfs://host/dir");
  }

  @Test
  void anUnknownSchemeIsNamed() {
    assertThatIOException()
        .isThrownBy(() -> StudyStorage.open("nosuch://host/dir"))
        .withMessageContaining("nosuch");
  }
}
