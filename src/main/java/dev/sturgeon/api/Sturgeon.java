package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.ConfirmConf;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.report.StudyStatus;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.spark.SparkApplication;
import dev.sturgeon.spark.ingest.StudyData;
import dev.sturgeon.study.Replay;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.train.GradientQuestion;
import dev.sturgeon.train.GradientReport;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What Sturgeon does, for Java programs and for the command line.
 *
 * <p>Each call runs in the calling thread and returns when it is done. Where the JVM has a Spark
 * session it is used, else one is started and stopped.
 */
public final class Sturgeon {

  private Sturgeon() {}

  /**
   * Searches: trains many configurations in parallel and saves the best network.
   *
   * @param listener is made when the configuration is known, and told what happens
   * @param stop asks to stop from another thread; the same call then goes on later
   * @throws ConfigurationException with everything that is wrong with the configuration
   * @throws dev.sturgeon.data.DataException if the data or the directory cannot be used
   */
  public static StudyAnswer search(
      StudyRequest request, Function<StudyConf, StudyListener> listener, StopSignal stop)
      throws IOException, ConfigurationException, InterruptedException {
    StudyConf conf = Configurations.search(request);
    return assemble(conf, request, "studies/" + conf.name(), listener, stop);
  }

  /**
   * Searches in a series of studies, one a day: goes on with the newest that is not over, else
   * begins another one with what the last found. The study that counts, {@code current}, changes
   * only where the new winner beats its winner by a re-test's rule.
   */
  public static SeriesAnswer searchNext(
      StudyRequest request, Function<StudyConf, StudyListener> listener, StopSignal stop)
      throws IOException, ConfigurationException, InterruptedException {
    StudyConf conf = Configurations.search(request);
    Series series = Series.of(directory(request, "studies/" + conf.name()));
    return new SeriesRun(conf, series, request.master(), listener.apply(conf), stop).run();
  }

  /**
   * Fits the one configuration made of every hyperparameter's default, by default into {@code
   * studies/NAME-train}; else like a search.
   */
  public static StudyAnswer train(
      StudyRequest request, Function<StudyConf, StudyListener> listener, StopSignal stop)
      throws IOException, ConfigurationException, InterruptedException {
    StudyConf conf = Configurations.read(request).ofDefaults();
    return assemble(conf, request, "studies/" + conf.name() + "-train", listener, stop);
  }

  /**
   * Babysits one model: trains it in short segments and nudges it by rules and by a person's
   * orders, by default in {@code studies/NAME-panda}; else like a search.
   *
   * @param from the directory of a study whose best configuration is trained; null for the first
   *     one of {@code search.first}, or the default configuration
   * @throws dev.sturgeon.data.DataException if the panda has begun, and with something else
   * @throws dev.sturgeon.study.LostModelException if the model diverged or failed, and no rule goes
   *     back: after {@link #nudge} has, the same call goes on
   */
  public static StudyAnswer panda(
      StudyRequest request,
      @Nullable String from,
      Function<StudyConf, StudyListener> listener,
      StopSignal stop)
      throws IOException, ConfigurationException, InterruptedException {
    StudyConf conf = Configurations.read(request).ofPanda();
    String usual = "studies/" + conf.name() + "-panda";
    PandaFrom begin = PandaFrom.of(from, conf, directory(request, usual));
    return assemble(begin.conf(), request, usual, begin.telling(listener), stop);
  }

  /**
   * Compares searching and watching, each within as many core-seconds, over seeds, by default in
   * {@code studies/NAME-versus}; the verdict is by the test part. The same call goes on with it.
   *
   * @param from the directory of a study whose best configuration the pandas begin with, and whose
   *     core-seconds are charged to them; null for random ones
   * @param listener is made for each of the studies that this takes, and told what happens
   * @param stop asks to stop from another thread
   * @throws ConfigurationException with everything that is wrong with the configuration
   * @throws dev.sturgeon.data.DataException if the data or the directory cannot be used
   */
  public static VersusAnswer versus(
      StudyRequest request,
      @Nullable String from,
      Function<StudyConf, StudyListener> listener,
      StopSignal stop)
      throws IOException, ConfigurationException, InterruptedException {
    StudyConf conf = Configurations.search(request);
    String directory = directory(request, "studies/" + conf.name() + "-versus");
    PandaStart start = PandaStart.of(from, conf);
    return new VersusAssembly(conf, new VersusPlace(directory), start, listener, stop)
        .run(request.master());
  }

  /**
   * Confirms a search that ended without it: trains its best configurations again with fresh seeds,
   * and leaves the winner in {@code best}. Goes on with a confirmation that was interrupted.
   *
   * @param listener is made when the configuration is known, and told what happens
   * @param stop asks to stop from another thread; the same call then goes on later
   * @throws dev.sturgeon.data.DataException if there is no search that has ended, or its data are
   *     not what they were
   */
  public static StudyAnswer confirm(
      ConfirmRequest request, Function<StudyConf, StudyListener> listener, StopSignal stop)
      throws IOException, ConfigurationException, InterruptedException {
    String directory = request.directory();
    StudyPast past = StudyPast.open(directory);
    ConfirmRule.check(past.conf(), past.state(), directory);
    ConfirmConf usual = past.conf().confirm();
    Integer seeds = request.seeds();
    int runs = seeds == null ? usual.seeds() : seeds;
    StudyConf conf = past.conf().withConfirm(usual.on(runs));
    Aim aim = request.again() ? Aim.CONFIRM_AGAIN : Aim.CONFIRM;
    return new StudyAssembly(conf, directory, listener.apply(conf), stop, Terms.of(aim))
        .run(request.master());
  }

  /**
   * Tests a finished search's winner again, on the study's data as they are now or on others, in a
   * directory of its own beside the study. Goes on with a re-test that was interrupted.
   *
   * @param listener is made when the configuration is known, and told what happens
   * @param stop asks to stop from another thread; the same call then goes on later
   * @throws dev.sturgeon.data.DataException if there is no search that has ended, or the data do
   *     not fit it
   */
  public static RetestAnswer retest(
      RetestRequest request, Function<StudyConf, StudyListener> listener, StopSignal stop)
      throws IOException, ConfigurationException, InterruptedException {
    String directory = Series.study(request.directory());
    StudyPast past = StudyPast.open(directory);
    RetestRule.check(past, directory);
    StudyConf conf = RetestRule.conf(past, request);
    return new RetestAssembly(past, directory, conf, null, listener.apply(conf), stop)
        .run(request.master());
  }

  /**
   * Gives an order to a panda, running or stopped, from any machine that sees its directory.
   *
   * @throws dev.sturgeon.data.DataException if there is no study, or it cannot be obeyed; says what
   *     would be right
   */
  public static NudgeAnswer nudge(NudgeRequest request) throws IOException, ConfigurationException {
    return Nudging.of(request).send();
  }

  private static StudyAnswer assemble(
      StudyConf conf,
      StudyRequest request,
      String usual,
      Function<StudyConf, StudyListener> listener,
      StopSignal stop)
      throws IOException, ConfigurationException, InterruptedException {
    String directory = directory(request, usual);
    Series.refuseIn(directory);
    return new StudyAssembly(conf, directory, listener.apply(conf), stop).run(request.master());
  }

  private static String directory(StudyRequest request, String usual) {
    return request.directory() == null ? usual : request.directory();
  }

  /**
   * Checks a configuration without touching its data.
   *
   * @throws ConfigurationException with everything that is wrong with it
   */
  public static Validation validate(StudyRequest request)
      throws IOException, ConfigurationException {
    StudyConf conf = Configurations.search(request);
    return new Validation(conf.name(), lines(conf.space()), conf.space().lint());
  }

  /**
   * Looks ahead: the first configurations, the memory that data and networks need, suggested
   * settings. Reads the data, but writes nothing that stays.
   *
   * @param measure whether to train some epochs as well, and to say how long the study will take
   * @throws ConfigurationException with everything that is wrong with the configuration
   * @throws dev.sturgeon.data.DataException if the data cannot be used, or not be trained on
   * @throws IOException if files cannot be read or written, or no executor trains
   */
  public static Plan plan(StudyRequest request, boolean measure)
      throws IOException, ConfigurationException, InterruptedException {
    StudyConf conf = Configurations.search(request);
    try (SparkApplication spark = SparkApplication.start("sturgeon validate", request.master())) {
      return new Planning(spark, conf, directory(request, "studies/" + conf.name())).plan(measure);
    }
  }

  static List<String> lines(SearchSpace space) {
    return space.hyperparameters().stream()
        .map(
            h ->
                h.name()
                    + ": "
                    + h.domain()
                    + (h.condition() == null ? "" : ", where " + h.condition()))
        .toList();
  }

  /**
   * Checks the gradient of a study's default configuration on a mini-batch of its training part, in
   * a JVM of its own.
   *
   * @param rows rows of the mini-batch
   * @throws ConfigurationException with everything that is wrong with the configuration
   * @throws dev.sturgeon.data.DataException if the data cannot be used, or the network not checked
   * @throws IOException if files cannot be read, or the JVM gives no answer
   */
  public static GradientChecked gradcheck(StudyRequest request, int rows)
      throws IOException, ConfigurationException, InterruptedException {
    StudyConf conf = Configurations.read(request);
    StudyData data;
    try (SparkApplication spark = SparkApplication.start("sturgeon gradcheck", request.master())) {
      data = spark.ingest(conf.data(), conf.objective().task(), conf.seed(), null);
    }
    GradientQuestion question = GradientRule.question(conf, data.data(), rows);
    GradientReport report = GradientCheckProcess.usual().check(question);
    return GradientChecked.of(conf, question, report, data.warnings());
  }

  /**
   * Asks for every decision of a study again, from its journal alone, and compares.
   *
   * @param directory the study directory, a path or URI
   * @throws dev.sturgeon.data.DataException if there is no study, or a class of a user's own rule
   *     that decides in it is not on the class path
   */
  public static Replayed replay(String directory) throws IOException, ConfigurationException {
    Replay.Outcome outcome = StudyPast.open(directory).replay();
    return new Replayed(outcome.decisions(), outcome.difference().orElse(null));
  }

  /**
   * Says why a trial was sampled where it was, and paused, promoted, dropped or stopped.
   *
   * @param directory the study directory, a path or URI
   * @param trial its number, such as 17, or c3 for a run that confirms a configuration
   * @throws dev.sturgeon.data.DataException if there is no study, or no such trial
   */
  public static Explanation explain(String directory, String trial)
      throws IOException, ConfigurationException {
    return Explanation.of(StudyPast.open(directory), Explanation.id(trial), directory);
  }

  /**
   * Says how a study stands, running or not, without disturbing it.
   *
   * @param directory the study directory, a path or URI; of a comparison, the study of it that is
   *     worked on is meant
   * @throws dev.sturgeon.data.DataException if there is no study
   */
  public static StudyStatus status(String directory) throws IOException, ConfigurationException {
    String study = VersusPlace.study(directory);
    return StudyPast.open(study).status(study);
  }

  /**
   * Asks a study's driver to stop, from any machine that sees the directory.
   *
   * @param directory the study directory, a path or URI
   * @param now false: segments that run end at their next epoch; true: nothing is waited for
   * @param why the reason, for the journal; may be empty
   * @param wait whether to return only when the driver has ended, not when it has heard
   * @throws dev.sturgeon.data.DataException if there is no study
   */
  public static StopAnswer stop(String directory, boolean now, String why, boolean wait)
      throws IOException {
    return VersusPlace.isOne(directory)
        ? VersusStopping.stop(new VersusPlace(directory), now, why, wait)
        : Stopping.of(directory).stop(now, why, wait);
  }

  /** Scores rows with a saved network; returns warnings about rows left out. */
  public static List<String> predict(PredictRequest request) throws IOException {
    return ModelUse.predict(request);
  }

  /** Measures a saved network on labelled rows. */
  public static Evaluated evaluate(EvaluateRequest request)
      throws IOException, ConfigurationException {
    return ModelUse.evaluate(request);
  }
}
