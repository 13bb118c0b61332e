package dev.sturgeon.api;

import dev.sturgeon.data.Examples;
import dev.sturgeon.journal.Event;
import dev.sturgeon.spark.ingest.StudyData;
import dev.sturgeon.study.Ledger;
import dev.sturgeon.train.Evaluation;
import dev.sturgeon.train.Uncertainty;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Trial;
import java.io.IOException;

/** The rule that a study's test part is used once. */
final class TestPart {

  private TestPart() {}

  /**
   * Measures a network on it and journals that, unless it was used before: a second look would be
   * one at data that had a say in what is shown.
   *
   * @param model the trial's network as {@link KeptNetwork#model} gives it
   */
  static void measure(Ledger ledger, Trial trial, byte[] model, StudyData data) throws IOException {
    if (ledger.state().test().isPresent() || data.counts().test() == 0) {
      return;
    }
    Metric metric = ledger.state().history().objective().metric();
    Examples test = data.test();
    float[] outputs = KeptNetwork.outputs(model, test);
    ledger.record(
        new Event.TestMeasured(
            trial.id(),
            test.rows(),
            Evaluation.of(outputs, test.targets()).scores(metric),
            Uncertainty.interval95(metric, outputs, test.targets())));
    ledger.flush();
  }
}
