package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.train.GradientQuestion;
import dev.sturgeon.train.GradientReport;
import dev.sturgeon.train.GradientVerdict;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a study's gradient check has to say.
 *
 * @param study the study's name
 * @param network whose gradient was checked
 * @param rows rows of the mini-batch
 * @param configuration the hyperparameters, spelled as text
 * @param report what was found
 * @param warnings about the data
 */
public record GradientChecked(
    String study,
    String network,
    int rows,
    SortedMap<String, String> configuration,
    GradientReport report,
    List<String> warnings) {

  /** Copies the collections. */
  public GradientChecked {
    configuration = new TreeMap<>(configuration);
    warnings = List.copyOf(warnings);
  }

  static GradientChecked of(
      StudyConf conf, GradientQuestion question, GradientReport report, List<String> warnings) {
    SortedMap<String, String> values = new TreeMap<>();
    question.configuration().values().forEach((name, value) -> values.put(name, value.toString()));
    return new GradientChecked(
        conf.name(), conf.network(), question.rows(), values, report, warnings);
  }

  /** Whether back-propagation does not give the slope of the loss. */
  public boolean isWrong() {
    return report.verdict() == GradientVerdict.WRONG;
  }

  /** The verdict, a line for each stage, and what is not good. */
  public String text() {
    return "%s: the gradient of %s is %s (%d rows, double precision)%n  %s"
        .formatted(
            study,
            network,
            report.verdict().name().toLowerCase(Locale.ROOT),
            rows,
            String.join("\n  ", report.sentences()));
  }
}
