package dev.sturgeon.spark;

import static dev.sturgeon.spark.FakeWork.segment;

import dev.sturgeon.spark.FakeWork.Deed;
import dev.sturgeon.study.TrialExecutor.Ended;
import dev.sturgeon.study.TrialExecutor.EpochDone;
import dev.sturgeon.study.TrialExecutor.Event;
import dev.sturgeon.trial.SegmentResult.Advanced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * The application that {@link ClusterDispatchIT} submits: occupies two slots with segments that run
 * until they are stopped, then carries out many that do nothing, and writes what happens, line by
 * line, to a file.
 */
public final class ClusterDispatchApp {
  private static final int MANY = 500;
  private static final int ROUNDS = 4;

  private final Path file;
  private final SparkTrialExecutor executor;
  private final Set<Long> out = new HashSet<>();
  private final Queue<Event> events = new ArrayDeque<>();

  private ClusterDispatchApp(Path file, SparkTrialExecutor executor) {
    this.file = file;
    this.executor = executor;
  }

  /**
   * Arguments: the file to write, most segments at once, and how the two slots are occupied: {@code
   * once}, {@code losing} one executor to the test, or time and {@code again}; or one of them,
   * until there is a copy of its lease, if {@code speculating}, and then how many segments.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    SparkConf conf = SparkDefaults.apply(new SparkConf().setAppName("dispatch"));
    try (SparkSession session = SparkSession.builder().config(conf).getOrCreate();
        SparkTrialExecutor executor =
            SparkTrialExecutor.open(session, FakeWork.factory(), Integer.parseInt(args[1]))) {
      ClusterDispatchApp app = new ClusterDispatchApp(Path.of(args[0]), executor);
      app.awaitBothExecutors(session);
      if (args[2].equals("speculating")) {
        app.occupy(1);
        while (executor.copiesSentAway() == 0) {
          Thread.sleep(50);
        }
        app.stopAll();
        app.carryOutMany(Deed.A_MOMENT, Integer.parseInt(args[3]));
        return;
      }
      for (int round = 0; round < (args[2].equals("again") ? ROUNDS : 1); round++) {
        app.occupy(1, 2);
        if (args[2].equals("losing")) {
          app.loseOne();
        }
        app.stopAll();
        // Longer than a lease without work is kept: the next round needs new ones.
        Thread.sleep(1000);
      }
      app.carryOutMany(Deed.NOTHING, MANY);
    }
  }

  private void awaitBothExecutors(SparkSession session) throws IOException, InterruptedException {
    int driver = 1;
    while (session.sparkContext().statusTracker().getExecutorInfos().length < 2 + driver) {
      Thread.sleep(50);
    }
    say("slots " + executor.slots());
  }

  /** Returns when every one of these segments has told of an epoch. */
  private void occupy(long... tokens) throws IOException, InterruptedException {
    Set<Long> silent = new HashSet<>();
    for (long token : tokens) {
      executor.submit(segment(token, Deed.EPOCHS_UNTIL_STOPPED));
      silent.add(token);
      out.add(token);
    }
    while (!silent.isEmpty()) {
      if (nextEvent() instanceof EpochDone done) {
        silent.remove(done.token());
      }
    }
    say("occupied");
  }

  /** Waits for the loss that the test causes, then puts another segment in its place. */
  private void loseOne() throws IOException, InterruptedException {
    out.remove(awaitEnd().token());
    occupy(3);
  }

  private void stopAll() throws IOException, InterruptedException {
    out.forEach(executor::stop);
    while (!out.isEmpty()) {
      out.remove(awaitEnd().token());
    }
  }

  private Ended awaitEnd() throws IOException, InterruptedException {
    while (true) {
      if (nextEvent() instanceof Ended ended) {
        say("ended " + ended.token() + " " + ended.result());
        return ended;
      }
    }
  }

  private Event nextEvent() throws InterruptedException {
    while (events.isEmpty()) {
      events.addAll(executor.poll(Duration.ofSeconds(1)));
    }
    return events.remove();
  }

  private void carryOutMany(Deed deed, int many) throws IOException, InterruptedException {
    long start = System.nanoTime();
    for (long token = 100; token < 100 + many; token++) {
      executor.submit(segment(token, deed));
    }
    Set<Long> answered = new HashSet<>();
    while (answered.size() < many) {
      if (nextEvent() instanceof Ended ended && ended.result() instanceof Advanced) {
        answered.add(ended.token());
      }
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    say("answered " + answered.size() + " of " + many + " in " + seconds + " s");
    say("dropped " + executor.droppedAnswers());
    say("copies " + executor.copiesSentAway());
  }

  private void say(String line) throws IOException {
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
