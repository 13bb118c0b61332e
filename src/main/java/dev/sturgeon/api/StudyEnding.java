package dev.sturgeon.api;

import dev.sturgeon.data.Secrets;
import dev.sturgeon.journal.Confirmed;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.UnreadableJournalException;
import dev.sturgeon.report.HtmlReport;
import dev.sturgeon.report.RetestFigures;
import dev.sturgeon.report.Summary;
import dev.sturgeon.spark.SparkApplication;
import dev.sturgeon.spark.ingest.StudyData;
import dev.sturgeon.spark.score.Baseline;
import dev.sturgeon.store.Storage;
import dev.sturgeon.study.Ledger;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.train.Evaluation;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is left to do when the last segment has ended; all of it may be done again after a crash.
 */
record StudyEnding(
    String directory,
    Storage storage,
    String network,
    Ledger ledger,
    StudyListener listener,
    Aim aim) {

  private static final String CHECKPOINTS = "checkpoints";
  private static final Logger LOG = LoggerFactory.getLogger(StudyEnding.class);

  /**
   * Writes best/, measures it on the test part if it is confirmed and that was never used, measures
   * the baselines, writes report and summary, and says so in the journal.
   *
   * @param reason why the search ended
   */
  void write(SparkApplication spark, StudyData data, StopReason reason) throws IOException {
    History history = ledger.state().history();
    Optional<Trial> best = history.best();
    Optional<Trial> confirmed =
        ledger.state().confirmation().flatMap(Confirmed::saved).map(history::get);
    Optional<KeptNetwork> kept = KeptNetwork.first(this, candidates(confirmed), data.data());
    if (kept.isPresent()) {
      Trial trial = kept.get().trial();
      byte[] model = kept.get().model();
      if (confirmed.filter(trial::equals).isPresent()) {
        TestPart.measure(ledger, trial, model, data);
      }
      BestModel.write(spark, storage, directory, model, ledger.state(), trial, data);
    }
    sweepCheckpoints(Stream.concat(best.stream(), confirmed.stream()));
    if (aim != Aim.CONTEND) {
      measureBaselines(spark, data);
    }
    ledger.record(new Event.StudyFinished(reason, best.map(Trial::id).orElse(null)));
    write("report.html", HtmlReport.of(ledger.state(), retests()));
    write("summary.json", Summary.of(ledger.state(), Secrets.redact(directory)).toJson() + "\n");
    ledger.flush();
  }

  /** What was found by testing its winner again; a damaged one is no reason not to end. */
  private List<RetestFigures> retests() throws IOException {
    try {
      return Retests.of(directory).before("");
    } catch (UnreadableJournalException damaged) {
      listener.note("report.html does not show the re-tests: " + damaged.getMessage());
      return List.of();
    }
  }

  /** Whose network may be saved, first the one that should be: its file may be damaged. */
  private List<Trial> candidates(Optional<Trial> confirmed) {
    History history = ledger.state().history();
    Stream<Trial> over = history.ranked().stream().filter(trial -> trial.status().isOver());
    return Stream.concat(confirmed.stream(), over).distinct().toList();
  }

  /** Uses the test part on the best network, and writes best/ again, which is to say so. */
  void measure(SparkApplication spark, StudyData data) throws IOException {
    Trial best = ledger.state().history().best().orElseThrow();
    byte[] model = KeptNetwork.model(storage, network, best, data.data());
    TestPart.measure(ledger, best, model, data);
    BestModel.write(spark, storage, directory, model, ledger.state(), best, data);
  }

  /**
   * All but the best network's and those of trials that may go on where a limit is raised: also
   * what drivers left that were killed.
   */
  private void sweepCheckpoints(Stream<Trial> best) throws IOException {
    Set<String> kept = new HashSet<>();
    best.flatMap(trial -> Stream.ofNullable(trial.checkpoints()))
        .forEach(checkpoints -> kept.add(checkpoints.best().path()));
    ledger.state().history().trials().stream()
        .filter(trial -> trial.status() == Trial.Status.STOPPED)
        .flatMap(
            trial ->
                Stream.concat(
                    // What a panda may go back to; of a search only the last is there any more.
                    trial.past().saved().stream(), Stream.ofNullable(trial.checkpoints())))
        .flatMap(checkpoints -> Stream.of(checkpoints.latest(), checkpoints.best()))
        .forEach(checkpoint -> kept.add(checkpoint.path()));
    for (String trial : storage.list(CHECKPOINTS)) {
      for (String file : storage.list(CHECKPOINTS + "/" + trial)) {
        String path = CHECKPOINTS + "/" + trial + "/" + file;
        if (!kept.contains(path)) {
          storage.delete(path);
        }
      }
    }
  }

  /** A search must not lose its network to a baseline that cannot be fitted. */
  private void measureBaselines(SparkApplication spark, StudyData data) {
    for (Supplier<Baseline> baseline : spark.baselines(data.data())) {
      try {
        ledger.record(measured(baseline.get(), data));
      } catch (RuntimeException e) {
        LOG.info("baseline", e);
        listener.note("a baseline could not be measured: " + e.getMessage());
      }
    }
  }

  private Event measured(Baseline baseline, StudyData data) {
    Metric metric = ledger.state().history().objective().metric();
    Evaluation evaluation = Evaluation.of(baseline.devOutputs(), data.data().dev().targets());
    return new Event.BaselineMeasured(baseline.name(), evaluation.scores(metric));
  }

  private void write(String path, String text) throws IOException {
    storage.write(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
