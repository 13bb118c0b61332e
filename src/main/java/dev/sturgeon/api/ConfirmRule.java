package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.Confirmed;
import dev.sturgeon.journal.StudyState;
import java.util.Optional;

/** The rule which studies can be confirmed when asked to. */
final class ConfirmRule {

  private ConfirmRule() {}

  /**
   * Refuses what cannot be confirmed.
   *
   * @throws DataException that says what would be right
   */
  static void check(StudyConf conf, StudyState before, String directory) {
    checkIsSearch(conf, directory);
    if (before.retest().isPresent()) {
      throw new DataException(directory + " holds a re-test, which confirms nothing");
    }
    if (Resumption.searchEnd(before).isEmpty()) {
      throw new DataException(
          directory
              + " holds a search that has not ended; the same caviar command goes on, and confirms"
              + " at its end");
    }
    checkHasNetwork(before, directory);
  }

  /** Refuses what has not chosen among several. */
  static void checkIsSearch(StudyConf conf, String directory) {
    if (conf.isPanda()) {
      throw new DataException(
          directory
              + " holds a panda, one model that was watched: there is nothing to choose from");
    }
  }

  /** Refuses a search that has nothing to choose from. */
  static void checkHasNetwork(StudyState state, String directory) {
    if (state.history().ranked().isEmpty()) {
      throw new DataException(directory + " holds a search that has trained no network");
    }
  }

  /** What to say of a study that is confirmed; empty where something is left to do. */
  static Optional<String> done(Aim aim, StudyState before, String directory) {
    return before
        .confirmation()
        .filter(last -> before.finished().isPresent() && aim != Aim.CONFIRM_AGAIN)
        .flatMap(Confirmed::winner)
        .map(
            winner ->
                "%s: this study is confirmed: trial %s has won; --again does it with other seeds"
                    .formatted(directory, winner));
  }
}
