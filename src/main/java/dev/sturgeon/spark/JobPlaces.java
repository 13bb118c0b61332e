package dev.sturgeon.spark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import scala.jdk.javaapi.CollectionConverters;

/** Knows on which executor each one-task job first began, and says when that one is gone. */
final class JobPlaces extends SparkListener {

  /** Is told of a lost executor, with the ids of the jobs that began there and may have ended. */
  interface Loss {
    void lost(String executor, String reason, List<Long> jobs);
  }

  private final String tag;
  private final Loss loss;
  private final Map<Integer, Long> jobs = new HashMap<>();
  private final Map<Long, String> executors = new HashMap<>();
  private int copies;

  /** Of the jobs that carry this tag. */
  JobPlaces(String tag, Loss loss) {
    this.tag = tag;
    this.loss = loss;
  }

  /** How many tasks Spark has started once more. */
  synchronized int copies() {
    return copies;
  }

  @Override
  public synchronized void onJobStart(SparkListenerJobStart start) {
    String id = start.properties().getProperty(OneTaskJobs.ID);
    String tags = Objects.requireNonNullElse(start.properties().getProperty("spark.job.tags"), "");
    if (id != null && List.of(tags.split(",", -1)).stream().anyMatch(one -> one.endsWith(tag))) {
      CollectionConverters.asJava(start.stageIds())
          .forEach(stage -> jobs.put((Integer) stage, Long.valueOf(id)));
    }
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart start) {
    Long job = jobs.get(start.stageId());
    if (job != null && start.taskInfo().attemptNumber() == 0) {
      executors.put(job, start.taskInfo().executorId());
    } else if (job != null) {
      copies++;
    }
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted completed) {
    ended(completed.stageInfo().stageId());
  }

  private synchronized void ended(int stage) {
    Long job = jobs.remove(stage);
    if (job != null) {
      executors.remove(job);
    }
  }

  @Override
  public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
    loss.lost(removed.executorId(), removed.reason(), on(removed.executorId()));
  }

  private synchronized List<Long> on(String executor) {
    return executors.entrySet().stream()
        .filter(place -> place.getValue().equals(executor))
        .map(Map.Entry::getKey)
        .toList();
  }
}
