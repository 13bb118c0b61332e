package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.sturgeon.journal.JournalContract;
import dev.sturgeon.store.Storage;
import dev.sturgeon.store.StorageContract;
import dev.sturgeon.store.StudyLockContract;
import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HadoopStorageTest {

  /** A file system that can sync, as HDFS can. */
  @Nested
  final class WhereContentCanBeSynced extends StorageContract {
    private final java.nio.file.Path directory;

    WhereContentCanBeSynced(@TempDir java.nio.file.Path directory) {
      this.directory = directory;
    }

    @Override
    protected Storage open() throws IOException {
      return syncing(directory);
    }

    @Override
    protected boolean isExclusiveUnderRace() {
      return false;
    }
  }

  /** A file system that cannot, but shows files while they are written. */
  @Nested
  final class WhereItCannot extends StorageContract {
    private final java.nio.file.Path directory;

    WhereItCannot(@TempDir java.nio.file.Path directory) {
      this.directory = directory;
    }

    @Override
    protected Storage open() throws IOException {
      return storage(FileSystem.getLocal(new Configuration()), directory);
    }

    @Override
    protected boolean isExclusiveUnderRace() {
      return false;
    }
  }

  @Nested
  final class OnAnObjectStore extends StorageContract {
    @Override
    protected Storage open() throws IOException {
      return objects(new ObjectFileSystem(true));
    }
  }

  @Nested
  final class JournalWhereContentCanBeSynced extends JournalContract {
    JournalWhereContentCanBeSynced(@TempDir java.nio.file.Path directory) throws IOException {
      super(syncing(directory));
    }
  }

  @Nested
  final class JournalOnAnObjectStore extends JournalContract {
    JournalOnAnObjectStore() throws IOException {
      super(objects(new ObjectFileSystem(true)));
    }
  }

  @Nested
  final class LockWhereContentCanBeSynced extends StudyLockContract {
    LockWhereContentCanBeSynced(@TempDir java.nio.file.Path directory) throws IOException {
      super(syncing(directory));
    }

    @Override
    protected boolean isExclusiveUnderRace() {
      return false;
    }
  }

  @Nested
  final class LockOnAnObjectStore extends StudyLockContract {
    LockOnAnObjectStore() throws IOException {
      super(objects(new ObjectFileSystem(true)));
    }
  }

  @Test
  void anObjectIsPutOnceAndUnderItsOwnName() throws IOException {
    ObjectFileSystem files = new ObjectFileSystem(true);
    Storage storage = objects(files);
    storage.write("checkpoints/0/first", new byte[9]);
    int before = files.puts();

    storage.write("checkpoints/0/second", new byte[9]);
    storage.write("checkpoints/0/second", new byte[8]);
    storage.createNew("journal/000001.jsonl", new byte[7]);

    assertThat(files.puts() - before).isEqualTo(3);
    assertThat(storage.read("checkpoints/0/second")).hasSize(8);
  }

  @Test
  void aStoreThatPutsUnderNoConditionIsRefused() throws IOException {
    Storage storage = objects(new ObjectFileSystem(false));
    assertThatIOException()
        .isThrownBy(storage::checkUsable)
        .withMessageStartingWith("objects://bucket/a study")
        .withMessageContaining("both succeed")
        .withMessageContaining("conditional writes");
    assertThat(storage.list("")).isEmpty();
  }

  @Test
  void aFileWhereTheDirectoryShouldBeIsRefused() throws IOException {
    ObjectFileSystem files = new ObjectFileSystem(true);
    objects(files).write("", new byte[1]);
    assertThatIOException()
        .isThrownBy(objects(files)::checkUsable)
        .withMessageContaining("it is a file");
  }

  private static Storage syncing(java.nio.file.Path directory) throws IOException {
    RawLocalFileSystem files = new RawLocalFileSystem();
    files.initialize(URI.create("file:///"), new Configuration());
    return storage(files, directory);
  }

  private static Storage objects(FileSystem files) {
    return new HadoopStorage(files, new Path(new Path(ObjectFileSystem.ROOT), "a study"));
  }

  private static Storage storage(FileSystem files, java.nio.file.Path directory) {
    return new HadoopStorage(files, new Path(directory.toString(), "a study"));
  }
}
