package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DataException;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.dl4j.Networks;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.train.GradientQuestion;
import dev.sturgeon.train.GradientReport;
import dev.sturgeon.train.GradientVerdict;
import java.io.IOException;
import java.util.Locale;

/** The rule that a user's own network must have a right gradient before a search begins. */
final class GradientRule {
  /** Rows of the mini-batch on which gradients are compared. */
  static final int ROWS = 16;

  private GradientRule() {}

  /** The question about a study's default configuration. */
  static GradientQuestion question(StudyConf conf, TrainingData data, int rows) {
    return GradientQuestion.drawn(
        conf.network(), conf.space().defaults(), data.train(), rows, conf.objective(), conf.seed());
  }

  /**
   * Checks trial 0's network, if it is a user's own and the configuration does not forbid it.
   *
   * @throws DataException if its gradient is wrong, or cannot be checked
   * @throws IOException if the check itself failed
   */
  static void hold(
      StudyConf conf, TrainingData data, StudyListener listener, GradientCheckProcess process)
      throws IOException, InterruptedException {
    if (!Networks.isOwn(conf.network()) || !conf.search().gradientCheck()) {
      return;
    }
    long begin = System.nanoTime();
    GradientReport report = process.check(question(conf, data, ROWS));
    String seconds = String.format(Locale.ROOT, "%.0f s", (System.nanoTime() - begin) / 1e9);
    String found = String.join("\n  ", report.sentences());
    if (report.verdict() == GradientVerdict.WRONG) {
      throw new DataException(
          "the gradient of "
              + conf.network()
              + (" is wrong, and a search would be in vain (search.gradientCheck: false skips this"
                  + " check)\n  "
                  + found));
    }
    listener.note(
        "gradient check of "
            + (conf.network() + ": " + report.verdict().name().toLowerCase(Locale.ROOT))
            + (", after " + seconds));
    if (report.verdict() == GradientVerdict.SUSPICIOUS) {
      report.sentences().forEach(listener::note);
    }
  }
}
