package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.MethodConf;
import dev.sturgeon.conf.PandaConf;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.Wording;
import dev.sturgeon.sample.GridSampler;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.spark.ingest.StudyData;
import dev.sturgeon.study.Reserve;
import dev.sturgeon.study.StopRules;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rule that a study begun in a directory can only go on as it began. */
final class Resumption {

  private Resumption() {}

  /**
   * Checks that a configuration is the one the directory's study began with, its limits apart.
   *
   * @throws DataException naming what differs
   * @throws ConfigurationException if the study's own frozen configuration cannot be read
   */
  static void check(StudyConf conf, StudyState before, String directory)
      throws ConfigurationException {
    Optional<Event.StudyStarted> started = before.started();
    if (started.isEmpty()) {
      return;
    }
    Event.StudyStarted birth = started.get();
    StudyConf then = frozen(birth, directory);
    List<String> differences = new ArrayList<>();
    compare("seed", birth.seed(), conf.seed()).ifPresent(differences::add);
    compare("network", then.network(), conf.network()).ifPresent(differences::add);
    differences.addAll(Differences.ofSpaces(birth.space(), conf.space()));
    differences.addAll(Differences.ofSpecs(then.data(), conf.data()));
    compare("objective", birth.objective(), conf.objective()).ifPresent(differences::add);
    if (conf.isPanda() && then.isPanda()) {
      compare(then.panda(), conf.panda(), differences);
    }
    compare(then.search().method(), conf.search().method(), differences);
    compare("segmentEpochs", then.search().segmentEpochs(), conf.search().segmentEpochs())
        .ifPresent(differences::add);
    before.history().trials().stream()
        .map(Trial::maxEpochs)
        .flatMap(epochs -> compare("maxEpochs", epochs, conf.search().maxEpochs()).stream())
        .findFirst()
        .ifPresent(differences::add);
    refuse(differences, directory);
  }

  private static <T> Optional<String> compare(String key, T then, T now) {
    return then.equals(now) ? Optional.empty() : Optional.of(key + " " + then + ", now " + now);
  }

  private static void compare(PandaConf then, PandaConf now, List<String> differences) {
    compare("panda.segmentEpochs", then.segmentEpochs(), now.segmentEpochs())
        .ifPresent(differences::add);
    compare("panda.horizon", then.horizon(), now.horizon()).ifPresent(differences::add);
    compare("panda.branches", then.branches(), now.branches()).ifPresent(differences::add);
    compare("panda.rules", then.rules(), now.rules()).ifPresent(differences::add);
  }

  /** What to begin with has no say any more once trials are there. */
  private static void compare(MethodConf then, MethodConf now, List<String> differences) {
    compare("scheduler", then.scheduler().label(), now.scheduler().label())
        .ifPresent(differences::add);
    compare("eta", then.eta(), now.eta()).ifPresent(differences::add);
    compare("minEpochs", then.minEpochs(), now.minEpochs()).ifPresent(differences::add);
    compare("sampler", then.sampler().label(), now.sampler().label()).ifPresent(differences::add);
    compare("rounds", then.rounds(), now.rounds()).ifPresent(differences::add);
    compare("strict", then.strict(), now.strict()).ifPresent(differences::add);
    compare("costAware", then.costAware(), now.costAware()).ifPresent(differences::add);
  }

  /** The number of trials the study began with, whatever it is allowed now. */
  static int planned(StudyConf conf, StudyState state, String directory)
      throws ConfigurationException {
    Optional<Event.StudyStarted> birth = state.started();
    return birth.isEmpty()
        ? conf.search().maxTrials()
        : frozen(birth.get(), directory).search().maxTrials();
  }

  /** The configurations that a study which has started began with. */
  static List<Configuration> first(StudyState state, String directory)
      throws ConfigurationException {
    return frozen(state.started().orElseThrow(), directory).search().method().first();
  }

  private static StudyConf frozen(Event.StudyStarted birth, String directory)
      throws ConfigurationException {
    return Configurations.frozen(directory + "/study.yaml", birth.configuration(), birth.space());
  }

  /**
   * Whether nothing is left to do: it ended for good, and what ended it is no limit that was raised
   * since.
   */
  static boolean isFinished(StudyConf conf, StudyState before) {
    return before.finished().isPresent() && searchEnd(conf, before).isPresent();
  }

  /** Why the search is over for good; empty where it is not, or a limit was raised since. */
  static Optional<StopReason> searchEnd(StudyConf conf, StudyState before) {
    return searchEnd(before).filter(reason -> !goesOn(conf, before, reason));
  }

  /** Why the search ended, as far as the journal says; empty where it has not. */
  static Optional<StopReason> searchEnd(StudyState before) {
    return before
        .finished()
        .map(Event.StudyFinished::reason)
        .or(() -> before.confirmation().map(last -> last.started().reason()))
        .filter(StopReason::isFinal);
  }

  /** What the limits are to leave for the confirmation. */
  static Reserve reserve(StudyConf conf) {
    return conf.confirm().enabled()
        ? Reserve.of(conf.confirm().seeds(), conf.confirm().candidates())
        : Reserve.none();
  }

  private static boolean goesOn(StudyConf conf, StudyState before, StopReason reason) {
    if (reason == StopReason.BUDGET) {
      return before.history().trials().size() < conf.search().maxTrials()
          && !isGridDone(conf, before);
    }
    Limits then = before.limits();
    Limits now = conf.search().limits();
    boolean changed =
        switch (reason) {
          case DURATION -> !Objects.equals(then.maxDuration(), now.maxDuration());
          case CORE_HOURS -> !Objects.equals(then.maxCoreHours(), now.maxCoreHours());
          case TARGET -> !Objects.equals(then.target(), now.target());
          case NO_GAIN -> !Objects.equals(then.stopAfterNoGain(), now.stopAfterNoGain());
          default -> false;
        };
    return changed && !StopRules.stopAtOnce(now, reserve(conf), before);
  }

  /** What to say of a study that is finished: why, and how it could go on. */
  static String finished(StudyConf conf, StudyState before, String directory) {
    StopReason reason = before.finished().orElseThrow().reason();
    if (conf.isPanda() && reason == StopReason.BUDGET) {
      return before.history().best().isEmpty()
          ? "%s: this panda is finished: its one model has come to no network; another --dir begins another"
              .formatted(directory)
          : "%s: this panda is finished: its one model has trained to its end; panda --from %s with another --dir begins another with its best"
              .formatted(directory, directory);
    }
    String more = before.confirmation().isPresent() ? " and what another confirmation takes" : "";
    String on =
        switch (reason) {
          case BUDGET -> "more search.maxTrials go on, ";
          case DURATION ->
              "a search.maxDuration above %s%s goes on, "
                  .formatted(Wording.duration(before.seconds()), more);
          case CORE_HOURS ->
              "search.maxCoreHours above %s%s go on, "
                  .formatted(Wording.number(before.coreHours(before.seconds())), more);
          case TARGET -> "a better search.target goes on, ";
          case NO_GAIN -> "a larger search.stopAfterNoGain goes on, ";
          default -> "";
        };
    return "%s: this study is finished: %s; %s--dir starts another"
        .formatted(directory, reason.text(), on);
  }

  private static boolean isGridDone(StudyConf conf, StudyState before) {
    return conf.search().method().sampler() == MethodConf.SamplerKind.GRID
        && new GridSampler(conf.space(), conf.search().maxTrials())
            .sample(before.history(), conf.seed())
            .isEmpty();
  }

  /** Checks that the data are those the directory's study began with. */
  static void check(StudyData data, StudyState before, String directory) {
    before
        .started()
        .map(Event.StudyStarted::data)
        .filter(then -> !then.hash().equals(data.contentHash()))
        .ifPresent(
            then -> refuse(List.of(Differences.ofData(then, StudyFacts.of(data))), directory));
  }

  private static void refuse(List<String> differences, String directory) {
    if (!differences.isEmpty()) {
      throw new DataException(
          directory
              + " holds a study that began with "
              + (String.join("; ", differences)
                  + ". Set it as it was to go on, or give another --dir to start a new study; with"
                  + " search.warmStart: ["
                  + directory
                  + "] that one begins with this one's best"));
    }
  }
}
