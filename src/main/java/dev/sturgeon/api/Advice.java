package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DecimalText;
import dev.sturgeon.data.Targets;
import dev.sturgeon.spark.ingest.StudyData;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.trial.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is legal and foolish in a study, known once its data are. */
final class Advice {
  /** A larger class than this makes accuracy say little. */
  private static final double LARGE = 0.8;

  /** So many classes that are numbers are likely to be a quantity. */
  private static final int MANY = 30;

  /** Beyond this a few examples make up most of the squared error; an exponential has 2. */
  private static final double SKEWED = 3;

  private Advice() {}

  /** Tells that, after what was seen when the data were read. */
  static void tell(StudyConf conf, StudyData data, StudyListener listener) {
    data.warnings().forEach(listener::note);
    on(conf, data).forEach(listener::note);
  }

  static List<String> on(StudyConf conf, StudyData data) {
    Metric metric = conf.objective().metric();
    List<String> advice = new ArrayList<>(conf.space().lint());
    advice.addAll(
        data.data().train().targets() instanceof Targets.Numbers numbers
            ? ofNumbers(metric, numbers)
            : ofClasses(metric, data.largestClassShare(), data.classes()));
    return advice;
  }

  static List<String> ofClasses(Metric metric, double largestShare, List<String> classes) {
    List<String> advice = new ArrayList<>();
    if (largestShare > LARGE && metric == Metric.ACCURACY) {
      advice.add(
          String.format(
              Locale.ROOT,
              "one class is %.0f %% of the training part: accuracy says little;"
                  + " consider objective.metric: f1Macro or balancedAccuracy",
              100 * largestShare));
    }
    if (classes.size() > MANY && classes.stream().allMatch(DecimalText::isNumber)) {
      advice.add(
          "the label's %d different numbers are taken as classes, since objective.metric is %s;"
                  .formatted(classes.size(), metric.label())
              + " if the label is a quantity, set it to rmse, mae or r2");
    }
    return advice;
  }

  static List<String> ofNumbers(Metric metric, Targets.Numbers numbers) {
    double skewness = skewness(numbers.scaled());
    if (Math.abs(skewness) <= SKEWED) {
      return List.of();
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "the label is very skewed (skewness %.1f): a few examples make up most of the squared"
                + " error; consider its logarithm as the label%s",
            skewness,
            metric == Metric.MAE ? "" : ", or objective.metric: mae"));
  }

  /** The mean cube, since the training part's numbers have mean 0 and standard deviation 1. */
  private static double skewness(float[] scaled) {
    double cubes = 0;
    for (double z : scaled) {
      cubes += z * z * z;
    }
    return cubes / scaled.length;
  }
}
