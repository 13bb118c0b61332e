package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Examples;
import dev.sturgeon.data.Targets;
import dev.sturgeon.journal.Event;
import dev.sturgeon.spark.SparkApplication;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.spark.ingest.StudyData;
import dev.sturgeon.spark.score.Network;
import dev.sturgeon.train.Evaluation;
import dev.sturgeon.train.Predictor;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Task;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts finished networks to use: predictions and measurements. */
final class ModelUse {

  private static final String UNUSED =
      "the study has not used its test part yet: whatever is chosen by these figures, they flatter";

  private ModelUse() {}

  static List<String> predict(PredictRequest given) throws IOException {
    PredictRequest request =
        new PredictRequest(
            Series.model(given.model()),
            given.data(),
            given.output(),
            given.keep(),
            given.master());
    if (StudyStorage.uri(request.data()).equals(StudyStorage.uri(request.output()))) {
      throw new DataException(request.output() + " holds the rows to score; give another --output");
    }
    Network network = BestModel.network(request.model());
    try (SparkApplication spark = SparkApplication.start("sturgeon predict", request.master())) {
      return spark
          .scorer(BestModel.preprocessing(request.model()), network)
          .predict(
              StudyStorage.uri(request.data()), StudyStorage.uri(request.output()), request.keep());
    }
  }

  static Evaluated evaluate(EvaluateRequest given) throws IOException, ConfigurationException {
    EvaluateRequest request =
        new EvaluateRequest(Series.model(given.model()), given.data(), given.master());
    Network network = BestModel.network(request.model());
    try (SparkApplication spark = SparkApplication.start("sturgeon evaluate", request.master())) {
      return request.data() == null
          ? onTestPart(spark, request.model(), network)
          : onRows(spark, request.model(), request.data(), network);
    }
  }

  private static Evaluated onRows(
      SparkApplication spark, String model, String data, Network network) {
    dev.sturgeon.spark.score.Evaluated scored =
        spark.scorer(BestModel.preprocessing(model), network).evaluate(StudyStorage.uri(data));
    return evaluated(data, scored.outputs(), scored.targets(), scored.warnings());
  }

  /** The study beside the model knows which rows its test part has. */
  private static Evaluated onTestPart(SparkApplication spark, String model, Network network)
      throws IOException, ConfigurationException {
    String study = Location.of(model).parent();
    StudyPast past =
        StudyPast.find(study)
            .orElseThrow(
                () ->
                    new DataException(
                        study + " holds no study, so its test part is unknown; give --data"));
    Event.StudyStarted birth = past.state().started().orElseThrow();
    StudyConf conf = past.conf();
    StudyData ingested =
        spark.ingest(conf.data(), conf.objective().task(), conf.seed(), birth.data().split());
    if (!ingested.contentHash().equals(birth.data().hash())) {
      throw new DataException(
          "the data of "
              + (study + " have changed since it was searched, so its test part is not what was")
              + " held back then; give --data with rows the search has not seen");
    }
    Examples test = ingested.test();
    try (Predictor predictor = network.factory().open(network.model())) {
      return evaluated(
          "the study's test part",
          predictor.outputs(test.features(), test.rows()),
          test.targets(),
          past.state().test().isPresent() ? List.of() : List.of(UNUSED));
    }
  }

  private static Evaluated evaluated(
      String data, float[] outputs, Targets targets, List<String> warnings) {
    Evaluation evaluation = Evaluation.of(outputs, targets);
    SortedMap<String, Double> metrics = new TreeMap<>();
    Task task = targets instanceof Targets.Labels ? Task.CLASSIFICATION : Task.REGRESSION;
    for (Metric metric : Metric.values()) {
      if (metric.task() == task) {
        metrics.put(metric.label(), evaluation.metric(metric));
      }
    }
    return new Evaluated(data, targets.rows(), metrics, warnings);
  }
}
