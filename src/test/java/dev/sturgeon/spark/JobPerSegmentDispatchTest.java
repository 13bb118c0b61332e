package dev.sturgeon.spark;

import dev.sturgeon.train.SegmentWorkFactory;
import org.apache.spark.api.java.JavaSparkContext;

/** In a session made without the plugin. */
final class JobPerSegmentDispatchTest extends DispatchContract {
  JobPerSegmentDispatchTest() {
    super(quiet());
  }

  @Override
  SparkTrialExecutor open(JavaSparkContext context, SegmentWorkFactory factory, int parallelism) {
    return SparkTrialExecutor.byJobs(context, factory, parallelism);
  }
}
