package dev.sturgeon.spark;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.spark.FutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.rdd.AsyncRDDActions;
import org.apache.spark.rdd.RDD;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.concurrent.ExecutionContext$;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.util.Try;

/**
 * Spark jobs of one task each, started in the background under one tag. Safe for use by several
 * threads at once.
 */
final class OneTaskJobs {
  private final JavaSparkContext spark;
  private final String tag;
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "sturgeon-dispatch");
            thread.setDaemon(true);
            return thread;
          });
  private final ConcurrentMap<Long, FutureAction<?>> futures = new ConcurrentHashMap<>();
  private int running;

  /** The local property of each job that holds its id. */
  static final String ID = "sturgeon.job";

  /** Jobs that carry this tag, which is the study's alone, and this description. */
  OneTaskJobs(JavaSparkContext spark, String tag, String description) {
    this.spark = spark;
    this.tag = tag;
    starter.execute(
        () -> {
          spark.addJobTag(tag);
          spark.setInterruptOnCancel(true);
          spark.sc().setJobDescription(description);
        });
  }

  /**
   * Starts a job; returns at once. One of the two consumers is called, on a thread of Spark's that
   * must not be kept, or on the starting thread if Spark takes no jobs any more.
   *
   * @param id names it in {@link #cancel} and in the property {@link #ID}
   * @param executor where the task should run; elsewhere, if that is gone or stays busy
   */
  <T extends Serializable, R extends Serializable> void start(
      long id,
      T input,
      Optional<String> executor,
      Function<T, R> task,
      Consumer<R> onSuccess,
      Consumer<Throwable> onFailure) {
    count(1);
    starter.execute(
        () -> {
          try {
            spark.setLocalProperty(ID, Long.toString(id));
            RDD<R> job = of(input, executor).map(task).rdd();
            FutureAction<Seq<R>> future =
                new AsyncRDDActions<>(job, ClassTag$.MODULE$.<R>apply(Object.class)).collectAsync();
            futures.put(id, future);
            future.onComplete(
                value -> finish(id, value, onSuccess, onFailure),
                ExecutionContext$.MODULE$.fromExecutor(Runnable::run));
          } catch (RuntimeException notStarted) {
            count(-1);
            onFailure.accept(notStarted);
          }
        });
  }

  private <T> JavaRDD<T> of(T input, Optional<String> executor) {
    // The form in which Spark names an executor that holds what a task needs; of its host, an empty
    // name, it knows nothing and so asks for no other executor there.
    Seq<String> places = immutable(executor.map(id -> "executor__" + id).stream().toList());
    ClassTag<T> type = ClassTag$.MODULE$.apply(Object.class);
    return JavaRDD.fromRDD(
        spark.sc().makeRDD(immutable(List.of(new Tuple2<>(input, places))), type), type);
  }

  private static <T> Seq<T> immutable(List<T> list) {
    return CollectionConverters.asScala(list).toSeq();
  }

  private <R> boolean finish(
      long id, Try<Seq<R>> value, Consumer<R> onSuccess, Consumer<Throwable> onFailure) {
    count(-1);
    futures.remove(id);
    if (value.isSuccess()) {
      onSuccess.accept(value.get().head());
    } else {
      onFailure.accept(value.failed().get());
    }
    return true;
  }

  /** Cancels a job and interrupts its task; returns at once. */
  void cancel(long id) {
    starter.execute(() -> Optional.ofNullable(futures.get(id)).ifPresent(FutureAction::cancel));
  }

  private synchronized void count(int change) {
    running += change;
    notifyAll();
  }

  /**
   * Waits for all jobs to end, cancels those that have not by then, and waits as long again.
   * Nothing may be started afterwards.
   */
  void close(Duration grace) {
    if (!awaitNone(grace) && !spark.sc().isStopped()) {
      spark.cancelJobsWithTag(tag);
      awaitNone(grace);
    }
    starter.shutdown();
  }

  private synchronized boolean awaitNone(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (running > 0) {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
          return false;
        }
        wait(millis);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    return running == 0;
  }
}
