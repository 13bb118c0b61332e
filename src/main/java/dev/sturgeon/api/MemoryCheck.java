package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DataException;
import dev.sturgeon.data.MemoryPlan;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.dl4j.NetworkSize;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.spark.SparkApplication;
import dev.sturgeon.spark.ingest.StudyData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Refuses a study that would not fit into memory, before its first trial. */
final class MemoryCheck {
  private static final int POINTS = 200;

  private MemoryCheck() {}

  /**
   * Checks what the data and the largest networks need against what there is.
   *
   * @throws DataException with the figures and the remedy, or if the network cannot be made for
   *     such data
   */
  static void check(SparkApplication spark, StudyConf conf, StudyData ingested) {
    List<String> problems = plan(spark, conf, ingested.data()).problems();
    if (!problems.isEmpty()) {
      throw new DataException(String.join("\n", problems));
    }
  }

  /**
   * Works out what the data and the largest networks need, next to what there is.
   *
   * @throws DataException if the network cannot be made for such data
   */
  static PlannedMemory plan(SparkApplication spark, StudyConf conf, TrainingData data) {
    MemoryPlan.Sizes sizes =
        new MemoryPlan.Sizes(
            data.train().rows(), data.dev().rows(), data.train().columns(), data.outputs());
    NetworkSize size = new NetworkSize(conf.network(), data.shape(), data.train().targets());
    checkDefaults(conf, size);
    int trials = spark.trialsPerExecutor();
    return PlannedMemory.of(
        trials, MemoryPlan.of(sizes, largest(conf.space(), size), trials), spark.memory());
  }

  /** What these data forbid the network, trial 0 would meet first. */
  private static void checkDefaults(StudyConf conf, NetworkSize size) {
    try {
      size.of(conf.space().defaults());
    } catch (IllegalArgumentException e) {
      throw new DataException("space: the default configuration: " + e.getMessage(), e);
    }
  }

  /** The largest of each figure that any of many configurations has. */
  static MemoryPlan.Network largest(SearchSpace space, NetworkSize size) {
    MemoryPlan.Network largest = new MemoryPlan.Network(0, 0, 0);
    for (Configuration configuration : configurations(space)) {
      try {
        largest = largest.max(size.of(configuration));
      } catch (RuntimeException e) {
        // No network, and so no memory: a trial that draws it fails and says why.
      }
    }
    return largest;
  }

  /**
   * The defaults, every range at its upper end, and points whose coordinates are often at an end:
   * which choice or which condition makes a network large is not known here.
   */
  private static List<Configuration> configurations(SearchSpace space) {
    List<Configuration> configurations = new ArrayList<>();
    configurations.add(space.defaults());
    double[] point = new double[space.dimension()];
    Arrays.fill(point, 1);
    configurations.add(space.at(point));
    Random random = new Random(1);
    for (int i = 0; i < POINTS; i++) {
      Arrays.setAll(point, axis -> coordinate(random));
      configurations.add(space.at(point));
    }
    return configurations;
  }

  private static double coordinate(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> 0;
      case 1 -> 1;
      default -> random.nextDouble();
    };
  }
}
