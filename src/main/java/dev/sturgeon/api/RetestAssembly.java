package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.conf.StudyWriter;
import dev.sturgeon.dl4j.Dl4jTrainerFactory;
import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.JournalContents;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.HtmlReport;
import dev.sturgeon.report.RetestFigures;
import dev.sturgeon.spark.SparkApplication;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.spark.ingest.StudyData;
import dev.sturgeon.store.Storage;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.study.TrialExecutor;
import dev.sturgeon.train.DamagedCheckpointException;
import dev.sturgeon.trial.Guess;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Retest;
import dev.sturgeon.trial.Seeds;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Wires a re-test together: a study of its own in {@code retests/DAY} of the study whose winner is
 * tested again. One that was interrupted is gone on with, unless its data or settings have changed
 * since.
 *
 * @param past the study whose winner is tested again
 * @param directory where that lies
 * @param conf of the re-test, but for its seed
 * @param challenger a configuration from elsewhere to test the winner against; null for none
 */
record RetestAssembly(
    StudyPast past,
    String directory,
    StudyConf conf,
    Retest.@Nullable Known challenger,
    StudyListener listener,
    StopSignal stop) {

  /** Runs it, or goes on with the one that is not over. */
  RetestAnswer run(@Nullable String master)
      throws IOException, ConfigurationException, InterruptedException {
    try (SparkApplication spark =
        SparkApplication.start(
            "sturgeon retest " + conf.name(), master, conf.search().trialLimits().hangAfter())) {
      StudyData data =
          spark.ingest(conf.data(), conf.objective().task(), conf.seed(), RetestRule.split(past));
      DataFacts today = StudyFacts.of(data);
      RetestRule.checkFits(past, today, directory);
      data.warnings().forEach(listener::note);
      MemoryCheck.check(spark, conf, data);
      StudyAssembly.tryOut(conf, data.data());
      return run(spark, data, today);
    }
  }

  private RetestAnswer run(SparkApplication spark, StudyData data, DataFacts today)
      throws IOException, ConfigurationException, InterruptedException {
    Event.RetestStarted start =
        new Event.RetestStarted(
            StudyStorage.uri(directory),
            RetestRule.plan(past, conf, challenger, today, error(data, today)));
    Retests retests = Retests.of(directory);
    String name = open(retests, today, start).orElseGet(() -> retests.next(DatedNames.today()));
    String child = retests.path(name);
    Storage storage = StudyStorage.open(child);
    storage.checkUsable();
    spark.checkShared(StudyStorage.uri(child));
    Inbox inbox = Inbox.open(storage);
    List<RetestFigures> earlier = retests.before(name);
    try (Hold hold = Hold.take(storage, listener)) {
      JournalContents read = JournalReader.read(storage);
      read.notes().forEach(listener::note);
      StudyState after =
          DriverPart.write(
              storage,
              read,
              hold.author(),
              ledger -> {
                RetestRun run = new RetestRun(named(name), storage, ledger, inbox, stop, listener);
                run.begin(birth(name, today), start);
                storage.write("study.yaml", yaml(name).getBytes(StandardCharsets.UTF_8));
                if (train(spark, data, child, run)) {
                  show(run.end(child, earlier));
                }
              });
      return RetestAnswer.of(after, child, earlier);
    }
  }

  private Optional<String> open(Retests retests, DataFacts today, Event.RetestStarted start)
      throws IOException {
    List<Retests.Open> unfinished = retests.unfinished();
    Optional<String> same =
        unfinished.stream()
            .filter(open -> open.isOf(birth(open.name(), today), start))
            .map(Retests.Open::name)
            .findFirst();
    if (same.isEmpty() && !unfinished.isEmpty()) {
      listener.note(
          "%s is not over, but its data, its settings or the winner have changed since: it is left as it is"
              .formatted(retests.path(unfinished.get(0).name())));
    }
    return same;
  }

  /** Of the winner's dev figure, on today's data; a guess where its network does not take them. */
  private double error(StudyData data, DataFacts today) throws IOException {
    Trial winner = RetestRule.kept(past.state()).orElse(RetestRule.winner(past.state()));
    Metric metric = conf.objective().metric();
    if (RetestRule.hasSameFeatures(past, today)) {
      try {
        return DevError.of(
            StudyStorage.open(directory), conf.network(), metric, winner, data.data());
      } catch (DamagedCheckpointException | NoSuchFileException lost) {
        listener.note("how sure the winner's value is can only be guessed: " + lost.getMessage());
      }
    }
    return Guess.standardError(
        metric, winner.scores().orElseThrow().metric(), data.data().dev().rows());
  }

  private boolean train(SparkApplication spark, StudyData data, String child, RetestRun run)
      throws IOException, InterruptedException {
    try (TrialExecutor executor =
        spark.trialExecutor(
            data.data(),
            new Dl4jTrainerFactory(conf.network()),
            conf.objective(),
            StudyStorage.uri(child),
            conf.search().limits().parallel(Integer.MAX_VALUE))) {
      return run.train(executor);
    }
  }

  /** On the study's own page; that may lie where nothing can be written. */
  private void show(List<RetestFigures> retests) {
    try {
      byte[] page = HtmlReport.of(past.state(), retests).getBytes(StandardCharsets.UTF_8);
      StudyStorage.open(directory).write("report.html", page);
    } catch (IOException e) {
      listener.note(
          "%s/report.html does not show this re-test: %s".formatted(directory, e.getMessage()));
    }
  }

  /** Each re-test has seeds of its own. */
  private StudyConf named(String name) {
    return conf.withSeed(Seeds.ofFollower(conf.seed(), name));
  }

  private String yaml(String name) {
    return StudyWriter.write(named(name));
  }

  private Event.StudyStarted birth(String name, DataFacts today) {
    return new Event.StudyStarted(
        conf.name(), named(name).seed(), yaml(name), conf.space(), conf.objective(), today);
  }
}
