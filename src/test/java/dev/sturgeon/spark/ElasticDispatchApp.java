package dev.sturgeon.spark;

import static dev.sturgeon.spark.FakeWork.segment;

import dev.sturgeon.spark.FakeWork.Deed;
import dev.sturgeon.study.TrialExecutor.Ended;
import dev.sturgeon.study.TrialExecutor.Event;
import dev.sturgeon.trial.SegmentResult.Advanced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * The application that {@link ElasticDispatchIT} submits with dynamic allocation: twice, it has
 * work until there are two slots, and then none until there is no slot. Writes what happens, line
 * by line, to a file.
 */
public final class ElasticDispatchApp {
  private final Path file;
  private final SparkTrialExecutor executor;
  private long issued;
  private long ended;
  private boolean allAdvanced = true;

  private ElasticDispatchApp(Path file, SparkTrialExecutor executor) {
    this.file = file;
    this.executor = executor;
  }

  /** Argument: the file to write. */
  public static void main(String[] args) throws IOException, InterruptedException {
    SparkConf conf = SparkDefaults.apply(new SparkConf().setAppName("elastic dispatch"));
    try (SparkSession session = SparkSession.builder().config(conf).getOrCreate();
        SparkTrialExecutor executor =
            SparkTrialExecutor.open(session, FakeWork.factory(), Integer.MAX_VALUE)) {
      ElasticDispatchApp app = new ElasticDispatchApp(Path.of(args[0]), executor);
      for (int round = 0; round < 2; round++) {
        app.awaitNoSlot();
        app.workUntilThereAreTwo();
      }
    }
  }

  private void awaitNoSlot() throws IOException, InterruptedException {
    while (executor.slots() > 0) {
      Thread.sleep(50);
    }
    say("no slot");
  }

  /** Keeps as many segments out as the study loop does. */
  private void workUntilThereAreTwo() throws IOException, InterruptedException {
    while (executor.slots() < 2) {
      while (issued - ended < executor.slots() + executor.ahead()) {
        executor.submit(segment(issued++, Deed.A_MOMENT));
      }
      take();
    }
    say("2 slots");
    while (ended < issued) {
      take();
    }
    say(allAdvanced ? "all advanced" : "some were lost");
  }

  private void take() throws InterruptedException {
    for (Event event : executor.poll(Duration.ofMillis(200))) {
      if (event instanceof Ended end) {
        ended++;
        allAdvanced &= end.result() instanceof Advanced;
      }
    }
  }

  private void say(String line) throws IOException {
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
