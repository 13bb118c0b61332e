package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.dl4j.Dl4jTrainerFactory;
import dev.sturgeon.dl4j.NetworkSize;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.spark.SparkApplication;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.spark.SuggestedSettings;
import dev.sturgeon.spark.ingest.StudyData;
import dev.sturgeon.study.Clock;
import dev.sturgeon.study.TrialExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Looks ahead at a study.
 *
 * @param spark where it would run
 * @param conf what it is told
 * @param directory where it would lie
 */
record Planning(SparkApplication spark, StudyConf conf, String directory) {
  private static final int TRIALS = 10;

  /** The plan, with a forecast if asked for one and if the study is not refused. */
  Plan plan(boolean measure) throws IOException, InterruptedException {
    StudyData ingested = spark.ingest(conf.data(), conf.objective().task(), conf.seed(), null);
    TrainingData data = ingested.data();
    PlannedMemory memory = MemoryCheck.plan(spark, conf, data);
    FirstTrials first = FirstTrials.of(conf, TRIALS);
    SortedMap<Integer, Double> timings = new TreeMap<>();
    Forecast forecast = null;
    if (memory.problems().isEmpty()) {
      StudyAssembly.tryOut(conf, data);
      forecast = measure ? forecast(data, first, timings) : null;
    }
    return new Plan(
        conf.name(),
        Sturgeon.lines(conf.space()),
        Advice.on(conf, ingested),
        ingested.warnings(),
        PlannedData.of(ingested),
        varying(),
        first.study(),
        trials(
            first, new NetworkSize(conf.network(), data.shape(), data.train().targets()), timings),
        memory,
        SuggestedSettings.of(memory.needed(), memory.trialsPerExecutor()),
        forecast);
  }

  private List<String> varying() {
    return conf.space().hyperparameters().stream()
        .filter(hyperparameter -> !hyperparameter.domain().isFixed())
        .map(Hyperparameter::name)
        .toList();
  }

  private static List<PlannedTrial> trials(
      FirstTrials first, NetworkSize size, SortedMap<Integer, Double> timings) {
    List<Configuration> drawn = first.configurations();
    return IntStream.range(0, drawn.size())
        .mapToObj(trial -> PlannedTrial.of(trial, drawn.get(trial), size, timings.get(trial)))
        .toList();
  }

  /** Trains as a study trains, but its checkpoints go elsewhere. */
  private Forecast forecast(
      TrainingData data, FirstTrials first, SortedMap<Integer, Double> timings)
      throws IOException, InterruptedException {
    Location scratch = Location.of(scratch());
    String uri = StudyStorage.uri(Location.resolve(scratch.parent(), scratch.name()));
    int most = conf.search().limits().parallel(Integer.MAX_VALUE);
    try {
      spark.checkShared(uri);
      try (TrialExecutor executor =
          spark.trialExecutor(
              data, new Dl4jTrainerFactory(conf.network()), conf.objective(), uri, most)) {
        timings.putAll(
            new TimedTrials(executor, Clock.system(), conf.seed()).measure(first.configurations()));
        return Forecast.of(
            conf,
            timings.values(),
            Math.max(1, executor.slots()),
            spark.coresPerTrial(),
            Clock.system().wall());
      }
    } finally {
      StudyStorage.open(scratch.parent()).delete(scratch.name());
    }
  }

  /** Beside the study directory, which every executor sees; on one machine anywhere. */
  private String scratch() throws IOException {
    return spark.isLocal()
        ? Files.createTempDirectory("sturgeon-plan").toString()
        : directory.replaceAll("(?<=.)/+$", "") + ".plan-" + UUID.randomUUID();
  }
}
