package dev.sturgeon.spark.ingest;

import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One Spark session for all tests of a class. */
public final class LocalSpark implements BeforeAllCallback, AfterAllCallback {
  private final int cores;
  private @Nullable SparkSession session;

  /** A session with so many cores. */
  public LocalSpark(int cores) {
    this.cores = cores;
  }

  /** The session, while a test runs. */
  public SparkSession session() {
    return Objects.requireNonNull(session);
  }

  /** Opens a session; the caller closes it. */
  public static SparkSession open(int cores) {
    return SparkSession.builder()
        .master("local[" + cores + "]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    session = open(cores);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    session().stop();
  }
}
