package dev.sturgeon.bench.chaos;

import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.cluster.StandaloneCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where faults are caused: a directory, and a cluster of two Workers once one is needed. */
public final class Ground implements AutoCloseable {
  /** For one run of a search to come to where it is waited for. */
  static final Duration PATIENCE = Duration.ofMinutes(8);

  private static final long LOOK_MILLIS = 100;

  private final Path directory;
  private final double repetitions;
  private volatile @Nullable StandaloneCluster cluster;
  private final List<JavaProcess> processes = new CopyOnWriteArrayList<>();
  private int names;

  /**
   * A place.
   *
   * @param directory an empty one, for studies and logs
   * @param repetitions how many times the usual number of repetitions
   */
  public Ground(Path directory, double repetitions) {
    this.directory = directory;
    this.repetitions = repetitions;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  Path directory() {
    return directory;
  }

  /** So many repetitions, for as many as are usual; at least one. */
  int times(int usual) {
    return (int) Math.max(1, Math.round(usual * repetitions));
  }

  /** A name that nothing else here has. */
  String name(String kind) {
    return kind + "-" + ++names;
  }

  StandaloneCluster cluster() throws IOException, InterruptedException {
    StandaloneCluster running = cluster;
    if (running == null) {
      Path logs = Files.createDirectories(directory.resolve("cluster"));
      running = StandaloneCluster.start(logs, 2, 2, "4g");
      cluster = running;
    }
    return running;
  }

  /** Waits until the journal tells what is wanted; the process has to live until then. */
  static Story await(Search search, JavaProcess process, Predicate<Story> wanted)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      boolean alive = process.isAlive();
      Story story = search.story();
      if (wanted.test(story)) {
        return story;
      }
      if (!alive || System.nanoTime() > deadline) {
        throw new IOException(
            (alive ? "time is up" : "the search has ended too early") + "\n" + process.stderr());
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** Ends it with everything else here. */
  JavaProcess keep(JavaProcess process) {
    processes.add(process);
    return process;
  }

  @Override
  public void close() {
    processes.forEach(JavaProcess::close);
    StandaloneCluster running = cluster;
    if (running != null) {
      running.close();
    }
  }
}
