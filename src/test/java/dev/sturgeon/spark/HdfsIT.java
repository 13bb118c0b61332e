package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.JournalContract;
import dev.sturgeon.store.Patience;
import dev.sturgeon.store.PatientStorage;
import dev.sturgeon.store.Storage;
import dev.sturgeon.store.StorageContract;
import dev.sturgeon.store.StudyLockContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study directory on HDFS: a name node and a data node in this JVM. */
final class HdfsIT {
  private static MiniDFSCluster cluster;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set("hdfs.minidfs.basedir", directory.toString());
    cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    cluster.waitActive();
    // Until then the name node may count a new block as lost that the report does not have yet.
    cluster.waitFirstBRCompleted(0, 60_000);
  }

  @AfterAll
  static void stop() {
    cluster.shutdown(true);
  }

  @Nested
  final class AsStorage extends StorageContract {
    @Override
    protected Storage open() {
      return fresh();
    }
  }

  @Nested
  final class TheJournal extends JournalContract {
    TheJournal() {
      super(fresh());
    }
  }

  /** As a driver has it: a block that was written just now may not be found for a moment. */
  @Nested
  final class TheLock extends StudyLockContract {
    TheLock() {
      super(new PatientStorage(fresh(), Patience.usual()));
    }
  }

  @Test
  void hasLogsAndCreatesExclusively() throws IOException {
    Storage storage = fresh();
    storage.checkUsable();
    assertThat(storage.hasLogs()).isTrue();
  }

  /** Another client reads what a driver has appended, while its file is still open. */
  @Test
  void anotherClientSeesWhatIsAppended() throws IOException {
    String directory = cluster.getURI() + "/" + UUID.randomUUID();
    Storage storage = StudyStorage.open(directory);
    try (Storage.Log log = storage.createLog("log")) {
      log.append(new byte[1000]);
      assertThat(other(directory).read("log")).hasSize(1000);
      log.append(new byte[5]);
      assertThat(other(directory).read("log")).hasSize(1005);
    }
  }

  private static Storage other(String directory) throws IOException {
    var path = new org.apache.hadoop.fs.Path(directory);
    return new HadoopStorage(
        org.apache.hadoop.fs.FileSystem.newInstance(path.toUri(), new Configuration()), path);
  }

  private static Storage fresh() {
    try {
      var path = new org.apache.hadoop.fs.Path("/studies/" + UUID.randomUUID());
      return new HadoopStorage(cluster.getFileSystem(), path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
