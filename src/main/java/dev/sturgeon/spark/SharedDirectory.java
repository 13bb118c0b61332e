package dev.sturgeon.spark;

import dev.sturgeon.data.DataException;
import dev.sturgeon.store.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.UUID;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;

/** Whether the executors see the study directory that the driver sees, found out by trying. */
final class SharedDirectory {
  private static final String FILE = "seen-by-all-";

  private SharedDirectory() {}

  /**
   * Writes a file on the driver, reads it on the executors and deletes it.
   *
   * @param written the directory as the driver has opened it
   * @param directory what executors open
   * @throws DataException if one of them does not find there what was written
   */
  static void check(JavaSparkContext spark, Storage written, String directory) throws IOException {
    String nonce = UUID.randomUUID().toString();
    String path = FILE + nonce;
    written.write(path, nonce.getBytes(StandardCharsets.UTF_8));
    try {
      int tasks = tasks(spark);
      spark
          .parallelize(Collections.nCopies(tasks, nonce), tasks)
          .map(new Sight(directory, path))
          .collect()
          .stream()
          .filter(problem -> !problem.isEmpty())
          .findFirst()
          .ifPresent(problem -> refuse(directory, problem));
    } finally {
      written.delete(path);
    }
  }

  /** Twice as many as there are slots, so that no executor is left out by chance. */
  private static int tasks(JavaSparkContext spark) {
    return Math.max(1, 2 * new Slots(spark.sc()).now());
  }

  private static void refuse(String directory, String problem) {
    throw new DataException(
        directory
            + ": not the same directory on every machine: "
            + problem
            + "; give --dir a URI that every machine sees, such as hdfs://host/path");
  }

  /** Reads the file where it runs; its value is what is wrong, or an empty text. */
  private record Sight(String directory, String path) implements Function<String, String> {
    @Override
    public String call(String nonce) {
      try {
        byte[] read = StudyStorage.open(directory).read(path);
        boolean same = nonce.equals(new String(read, StandardCharsets.UTF_8));
        return same ? "" : "executor " + SegmentRun.worker() + " reads something else";
      } catch (IOException | RuntimeException unseen) {
        return "executor " + SegmentRun.worker() + " cannot read it: " + unseen;
      }
    }
  }
}
