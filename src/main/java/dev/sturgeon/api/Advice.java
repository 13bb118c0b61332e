package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.spark.ingest.StudyData;
import dev.sturgeon.trial.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is legal and foolish in a study, known once its data are. */
final class Advice {
  /** A larger class than this makes accuracy say little. */
  private static final double LARGE = 0.8;

  private Advice() {}

  static List<String> on(StudyConf conf, StudyData data) {
    List<String> advice = new ArrayList<>(conf.space().lint());
    double share = data.largestClassShare();
    if (share > LARGE && conf.objective().metric() == Metric.ACCURACY) {
      advice.add(
          String.format(
              Locale.ROOT,
              "one class is %.0f %% of the training part: accuracy says little;"
                  + " consider objective.metric: f1Macro or balancedAccuracy",
              100 * share));
    }
    return advice;
  }
}
