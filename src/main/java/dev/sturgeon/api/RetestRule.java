package dev.sturgeon.api;

import dev.sturgeon.conf.RetestConf;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DataException;
import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Source;
import dev.sturgeon.journal.Confirmed;
import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.stats.Sample;
import dev.sturgeon.trial.Candidates;
import dev.sturgeon.trial.Retest;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of what is tested again, and against what. */
final class RetestRule {

  private RetestRule() {}

  /**
   * Refuses what cannot be tested again.
   *
   * @throws DataException that says what would be right
   */
  static void check(StudyPast past, String directory) {
    StudyState state = past.state();
    state
        .retest()
        .ifPresent(
            begun -> {
              throw new DataException(
                  "%s is itself a re-test; give the study's own directory, %s"
                      .formatted(directory, begun.of()));
            });
    ConfirmRule.checkIsSearch(past.conf(), directory);
    if (state.finished().isEmpty() || Resumption.searchEnd(state).isEmpty()) {
      throw new DataException(
          directory + " holds a search that has not ended; the same caviar command goes on");
    }
    ConfirmRule.checkHasNetwork(state, directory);
  }

  /**
   * The configuration of a re-test, but for its seed.
   *
   * @throws DataException if the study's data cannot lie elsewhere, or a number is out of bounds
   */
  static StudyConf conf(StudyPast past, RetestRequest request) {
    StudyConf then = past.conf();
    try {
      RetestConf how = request.how().on(then.retest());
      String path = request.data();
      DataSpec today = path == null ? then.data() : then.data().withPath(StudyStorage.uri(path));
      return then.ofRetest(today, how);
    } catch (IllegalArgumentException e) {
      throw new DataException(
          request.directory() + " cannot be re-tested so: " + e.getMessage(), e);
    }
  }

  /**
   * How today's data are split: as the study's, so that rows keep their part; by time, where the
   * latest rows are the test part, anew.
   */
  static @Nullable String split(StudyPast past) {
    boolean byTime =
        past.conf().data().source() instanceof Source.Table table && table.columns().time() != null;
    return byTime ? null : birth(past).data().split();
  }

  /**
   * Refuses data that say something else than the study's. They may have more or fewer features, as
   * where a column's rare text is gone: every network is trained from the start.
   *
   * @throws DataException that names what differs
   */
  static void checkFits(StudyPast past, DataFacts today, String directory) {
    DataFacts then = birth(past).data();
    if (!then.classes().equals(today.classes())) {
      throw new DataException(
          "these data do not fit the study in %s: %s"
              .formatted(directory, Differences.ofData(then, today)));
    }
  }

  /** Whether a network of the study takes today's examples. */
  static boolean hasSameFeatures(StudyPast past, DataFacts today) {
    return birth(past).data().columns() == today.columns();
  }

  /** The search's winner: the confirmed one, else the best. */
  static Trial winner(StudyState state) {
    return state
        .confirmation()
        .flatMap(Confirmed::winner)
        .map(state.history()::get)
        .or(() -> state.history().best())
        .orElseThrow();
  }

  /** The run of it whose network the study has kept. */
  static Optional<Trial> kept(StudyState state) {
    return state.confirmation().flatMap(Confirmed::saved).map(state.history()::get);
  }

  /**
   * What is to be trained: the search's best and some fresh ones, or the winner against one
   * challenger from elsewhere.
   *
   * @param conf of the re-test
   * @param challenger that one; null for none
   * @param error standard error of the winner's dev figure on today's data
   */
  static Retest plan(
      StudyPast past,
      StudyConf conf,
      Retest.@Nullable Known challenger,
      DataFacts today,
      double error) {
    DataFacts then = birth(past).data();
    Trial winner = winner(past.state());
    Double minGain = conf.retest().minGain();
    int top = challenger == null ? conf.retest().top() : 1;
    return new Retest(
        Stream.concat(known(past.state(), winner, top), Stream.ofNullable(challenger)).toList(),
        conf.retest().fresh(),
        conf.retest().selectionSeeds(),
        conf.retest().seeds(),
        conf.search().maxEpochs(),
        conf.search().segmentEpochs(),
        minGain == null ? error : minGain,
        !then.hash().equals(today.hash()),
        new Retest.Before(
            before(past.state(), winner),
            error * Math.sqrt((double) dev(today) / Math.max(1, dev(then))),
            error));
  }

  private static Stream<Retest.Known> known(StudyState state, Trial winner, int top) {
    Stream<Trial> others =
        Candidates.inOrder(state.history()).stream()
            .filter(trial -> !trial.configuration().equals(winner.configuration()));
    return Stream.concat(Stream.of(winner), others)
        .limit(top)
        .map(trial -> new Retest.Known("", trial.id(), trial.configuration()));
  }

  /** Of its confirmation; else the one by which it was chosen. */
  private static List<Double> before(StudyState state, Trial winner) {
    return state
        .confirmation()
        .flatMap(last -> Verdict.of(last.started().plan(), state.history()).judgedWinner())
        .flatMap(judged -> Optional.ofNullable(judged.confirmed()))
        .map(Sample::values)
        .map(values -> Arrays.stream(values).boxed().toList())
        .orElseGet(() -> winner.scores().map(Scores::metric).stream().toList());
  }

  private static int dev(DataFacts data) {
    return data.rows().getOrDefault("dev", 1);
  }

  private static Event.StudyStarted birth(StudyPast past) {
    return past.state().started().orElseThrow();
  }
}
