package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DataException;
import dev.sturgeon.data.MemoryPlan;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import dev.sturgeon.spark.SparkApplication;
import dev.sturgeon.spark.ingest.Ingested;
import dev.sturgeon.train.Mlp;
import java.util.Arrays;
import java.util.List;

/** Refuses a study that would not fit into memory, before its first trial. */
final class MemoryCheck {

  private MemoryCheck() {}

  /**
   * Checks what the data and the largest networks need against what there is.
   *
   * @throws DataException with the figures and the remedy
   */
  static void check(SparkApplication spark, StudyConf conf, Ingested ingested) {
    TrainingData data = ingested.data();
    int columns = data.train().columns();
    int classes = data.train().classes();
    MemoryPlan plan =
        MemoryPlan.of(
            new MemoryPlan.Sizes(
                data.train().rows(),
                data.dev().rows(),
                columns,
                classes,
                spark.trialsPerExecutor(),
                Float.BYTES * largest(conf.space()).parameters(columns, classes)));
    List<String> problems = plan.problems(spark.memory());
    if (!problems.isEmpty()) {
      throw new DataException(String.join("\n", problems));
    }
  }

  /** The network at the far corner of the unit cube: every range at its upper end. */
  private static Mlp largest(SearchSpace space) {
    double[] corner = new double[space.dimension()];
    Arrays.fill(corner, 1);
    // A mini-batch of one row cannot be batch-normalised; how large it is does not matter here.
    return Mlp.of(space.at(corner).with("batchSize", Value.of(2)));
  }
}
