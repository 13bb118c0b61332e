package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.conf.StudyWriter;
import dev.sturgeon.data.DataException;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.dl4j.Dl4jTrainerFactory;
import dev.sturgeon.dl4j.Networks;
import dev.sturgeon.journal.Author;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.JournalContents;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.spark.SparkApplication;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.spark.ingest.StudyData;
import dev.sturgeon.store.Storage;
import dev.sturgeon.study.LateOrders;
import dev.sturgeon.study.Ledger;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.study.TrialExecutor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Wires a study together: the one place where the rooms meet. */
final class StudyAssembly {
  private final StudyConf conf;
  private final String directory;
  private final StudyListener listener;
  private final StopSignal stop;
  private final Storage storage;
  private final Terms terms;

  /**
   * A study of this configuration in this directory.
   *
   * @param directory a path or URI that every executor sees
   * @param listener is told what happens
   * @param stop asks to stop from outside
   */
  StudyAssembly(StudyConf conf, String directory, StudyListener listener, StopSignal stop)
      throws IOException {
    this(conf, directory, listener, stop, Terms.of(Aim.SEARCH));
  }

  /** The same with what is wanted of it. */
  StudyAssembly(
      StudyConf conf, String directory, StudyListener listener, StopSignal stop, Terms terms)
      throws IOException {
    this.terms = terms;
    this.conf = conf;
    this.directory = directory;
    this.listener = listener;
    this.stop = stop;
    this.storage = StudyStorage.open(directory);
  }

  /** Runs the study, goes on with it, or answers from its journal if it is finished. */
  StudyAnswer run(@Nullable String master)
      throws IOException, ConfigurationException, InterruptedException {
    storage.checkUsable();
    Inbox inbox = Inbox.open(storage);
    try (Hold hold = Hold.take(storage, listener)) {
      return run(master, hold.author(), inbox);
    }
  }

  private StudyAnswer run(@Nullable String master, Author author, Inbox inbox)
      throws IOException, ConfigurationException, InterruptedException {
    JournalContents past = JournalReader.read(storage);
    past.notes().forEach(listener::note);
    StudyState before = StudyState.from(past.entries());
    Resumption.check(conf, before, directory);
    Optional<String> done = done(before);
    if (done.isPresent()) {
      listener.note(done.get());
      return StudyAnswer.of(before, directory);
    }
    StudyAssembly settled = new StudyAssembly(settled(before), directory, listener, stop, terms);
    try (SparkApplication spark = start(master)) {
      return settled.run(spark, past, before, author, inbox);
    }
  }

  /** What to say where nothing is left to do. */
  private Optional<String> done(StudyState before) {
    Aim aim = terms.aim();
    if (aim == Aim.MEASURE) {
      return before.test().map(test -> directory + ": its test part was used before");
    }
    if (!aim.searches()) {
      ConfirmRule.check(conf, before, directory);
      return ConfirmRule.done(aim, before, directory);
    }
    return Resumption.isFinished(conf, before)
        ? Optional.of(Resumption.finished(conf, before, directory))
        : Optional.empty();
  }

  private SparkApplication start(@Nullable String master) {
    return SparkApplication.start(
        "sturgeon " + conf.name(), master, conf.search().trialLimits().hangAfter());
  }

  /** With what it begins is settled at its birth: earlier studies may change. */
  private StudyConf settled(StudyState before) throws IOException, ConfigurationException {
    if (before.started().isEmpty()) {
      return WarmStart.apply(conf, listener);
    }
    int begun = terms.aim() == Aim.CONTEND ? before.trialsAllowed() : 0;
    return conf.withFirst(Resumption.first(before, directory))
        .withMaxTrials(Math.max(conf.search().maxTrials(), begun));
  }

  private StudyAnswer run(
      SparkApplication spark, JournalContents past, StudyState before, Author author, Inbox inbox)
      throws IOException, ConfigurationException, InterruptedException {
    String frozen = before.started().map(birth -> birth.data().split()).orElse(null);
    StudyData data = terms.ingest().of(spark, conf, frozen);
    Resumption.check(data, before, directory);
    if (!terms.aim().isContest()) {
      Advice.tell(conf, data, listener);
    }
    MemoryCheck.check(spark, conf, data);
    tryOut(conf, data.data());
    spark.checkShared(StudyStorage.uri(directory));
    if (before.started().isEmpty()) {
      GradientRule.hold(conf, data.data(), listener, GradientCheckProcess.usual());
    }
    StudyState after =
        DriverPart.write(storage, past, author, ledger -> work(spark, data, ledger, inbox));
    return StudyAnswer.of(after, directory);
  }

  private void work(SparkApplication spark, StudyData data, Ledger ledger, Inbox inbox)
      throws IOException, ConfigurationException, InterruptedException {
    if (terms.aim() == Aim.MEASURE) {
      ending(ledger).measure(spark, data);
      ledger.flush();
      return;
    }
    if (terms.aim().searches()) {
      storage.write("study.yaml", yaml());
    }
    if (ledger.state().started().isEmpty()) {
      ledger.record(birth(data));
    }
    if (terms.aim().searches()) {
      ledger.record(new Event.TrialsAllowed(conf.search().maxTrials()));
    }
    Optional<StopReason> ended = phases(spark, data, ledger, inbox);
    if (ended.isPresent()) {
      ending(ledger).write(spark, data, ended.get());
      LateOrders.refuse(inbox, ledger, listener);
    }
    ledger.flush();
  }

  private StudyEnding ending(Ledger ledger) {
    return new StudyEnding(directory, storage, conf.network(), ledger, listener, terms.aim());
  }

  /** A user's own network that does not take the data would fail in every trial. */
  static void tryOut(StudyConf conf, TrainingData data) {
    try {
      Networks.tryOut(
          conf.network(), conf.space().defaults(), data.shape(), data.train().targets());
    } catch (IllegalArgumentException e) {
      throw new DataException("network.class: " + e.getMessage(), e);
    }
  }

  /** Why the search ended; empty where somebody asked to stop. */
  private Optional<StopReason> phases(
      SparkApplication spark, StudyData data, Ledger ledger, Inbox inbox)
      throws IOException, ConfigurationException, InterruptedException {
    Optional<StopReason> over = Resumption.searchEnd(ledger.state());
    try (TrialExecutor executor =
        spark.trialExecutor(
            data.data(),
            new Dl4jTrainerFactory(conf.network()),
            conf.objective(),
            StudyStorage.uri(directory),
            conf.search().limits().parallel(Integer.MAX_VALUE))) {
      StudyPhases phases =
          new StudyPhases(
              conf,
              terms.coreSeconds(),
              directory,
              storage,
              data.data(),
              ledger,
              inbox,
              stop,
              listener);
      return terms.aim().searches()
          ? phases.run(executor)
          : phases.confirm(over.orElseThrow(), executor);
    }
  }

  private Event.StudyStarted birth(StudyData data) {
    return new Event.StudyStarted(
        conf.name(),
        conf.seed(),
        new String(yaml(), StandardCharsets.UTF_8),
        conf.space(),
        conf.objective(),
        StudyFacts.of(data));
  }

  private byte[] yaml() {
    return StudyWriter.write(conf).getBytes(StandardCharsets.UTF_8);
  }
}
