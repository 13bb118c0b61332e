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
import java.util.List;
import java.util.Locale;

/** The rule that a user's own network must have a right gradient before a search begins. */
final class GradientRule {
  /** Rows of the mini-batch on which gradients are compared. */
  static final int ROWS = 16;

  private static final String SKIP = "search.gradientCheck: false skips this check";

  private GradientRule() {}

  /** The question about a study's default configuration. */
  static GradientQuestion question(StudyConf conf, TrainingData data, int rows) {
    return GradientQuestion.drawn(
        conf.network(), conf.space().defaults(), data.train(), rows, conf.objective(), conf.seed());
  }

  /**
   * Checks trial 0's network, if it is a user's own and the configuration does not forbid it. What
   * is suspicious, or cannot be checked, is told to the listener.
   *
   * @throws DataException if its gradient is wrong
   * @throws IOException if the JVM that checks gives no answer
   */
  static void hold(
      StudyConf conf, TrainingData data, StudyListener listener, GradientCheckProcess process)
      throws IOException, InterruptedException {
    if (!Networks.isOwn(conf.network()) || !conf.search().gradientCheck()) {
      return;
    }
    long begin = System.nanoTime();
    GradientAnswer answer = answer(process, question(conf, data, ROWS));
    String what = "gradient check of " + conf.network();
    String after = String.format(Locale.ROOT, ", after %.0f s", (System.nanoTime() - begin) / 1e9);
    GradientReport report = answer.report();
    if (report == null) {
      listener.note(what + ": not possible" + after + ": " + answer.problem());
      return;
    }
    if (report.verdict() == GradientVerdict.WRONG) {
      throw new DataException(
          "the gradient of %s is wrong, and a search would be in vain (%s)%n  %s"
              .formatted(conf.network(), SKIP, String.join("\n  ", report.sentences())));
    }
    listener.note(what + ": " + report.verdict().name().toLowerCase(Locale.ROOT) + after);
    if (report.verdict() == GradientVerdict.SUSPICIOUS) {
      report.sentences().forEach(listener::note);
    }
  }

  private static GradientAnswer answer(GradientCheckProcess process, GradientQuestion question)
      throws IOException, InterruptedException {
    try {
      return process.check(List.of(question)).get(0);
    } catch (IOException e) {
      throw new IOException(e.getMessage() + " (" + SKIP + ")", e);
    }
  }
}
