package dev.sturgeon.api;

import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.Command;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.ConfirmationFigures;
import dev.sturgeon.report.Wording;
import dev.sturgeon.study.Replay;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Smoothing;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a trial was sampled where it was, and paused, promoted, dropped or stopped.
 *
 * @param trial its number
 * @param configuration its hyperparameters
 * @param status where it stands now
 * @param steps what happened to it, in order
 */
public record Explanation(int trial, String configuration, String status, List<Step> steps) {

  /**
   * Something that happened to it.
   *
   * @param t study time in seconds
   * @param text what, and by which rule
   */
  public record Step(double t, String text) {}

  /** Copies the list. */
  public Explanation {
    steps = List.copyOf(steps);
  }

  /**
   * Explains a trial.
   *
   * @throws DataException if the study has no such trial
   */
  static Explanation of(StudyPast past, TrialId id, String directory) {
    History history = past.state().history();
    int known = id.isRepeat() ? history.repeats().size() : history.trials().size();
    if (id.place() >= known) {
      int repeats = history.repeats().size();
      throw new DataException(
          "%s has no trial %s; right would be 0 to %d%s"
              .formatted(
                  directory,
                  id,
                  history.trials().size() - 1,
                  repeats == 0 ? "" : " or c0 to c" + (repeats - 1)));
    }
    Account account = new Account(id);
    past.show(account);
    Trial now = past.state().history().get(id);
    return new Explanation(
        id.number(), now.configuration().toString(), now.standing(), account.steps);
  }

  /** The trial that a person names. */
  static TrialId id(String text) {
    try {
      return TrialId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new DataException(String.valueOf(e.getMessage()), e);
    }
  }

  /** For a person. */
  public String text() {
    StringBuilder text =
        new StringBuilder("trial " + new TrialId(trial) + ", " + status + ": " + configuration);
    steps.forEach(
        step -> text.append(String.format(Locale.ROOT, "%n%9.1f s  %s", step.t(), step.text())));
    return text.toString();
  }

  /** Takes down what concerns one trial. */
  private static final class Account implements Replay.Witness {
    private final TrialId id;
    private final List<Step> steps = new ArrayList<>();
    private long token = -1;

    Account(TrialId id) {
      this.id = id;
    }

    @Override
    public void sees(Stamped entry, StudyState state, Replay replay) {
      text(entry.event(), state, replay).ifPresent(text -> steps.add(new Step(entry.t(), text)));
    }

    private Optional<String> text(Event event, StudyState state, Replay replay) {
      if (event instanceof Event.TrialStarted started && started.trial().equals(id)) {
        return Optional.of((started.parent() == null ? "sampled: " : "") + started.origin());
      }
      if (event instanceof Event.TrialNudged nudged && nudged.trial().equals(id)) {
        return Optional.of("nudged by " + nudged.nudge().text());
      }
      if (event instanceof Event.TrialCompleted completed && completed.trial().equals(id)) {
        return Optional.of("ended by " + completed.why());
      }
      if (event instanceof Event.CommandReceived received
          && received.command() instanceof Command.Nudge nudge) {
        return Optional.of("asked by %s: %s".formatted(nudge.sender(), nudge.text()));
      }
      if (event instanceof Event.SegmentIssued issued) {
        return issued(issued.segment());
      }
      if (event instanceof Event.SegmentEnded ended && ended.token() == token) {
        return Optional.of(ended(ended, state.history().get(id), replay));
      }
      if (event instanceof Event.TrialPromoted promoted && promoted.trial().equals(id)) {
        return Optional.of(promoted.why());
      }
      if (event instanceof Event.TrialDropped dropped && dropped.trial().equals(id)) {
        return Optional.of(dropped.why());
      }
      if (event instanceof Event.TrialExpired expired && expired.trial().equals(id)) {
        return Optional.of("stopped: " + expired.why());
      }
      if (event instanceof Event.TrialLeft left && left.trial().equals(id)) {
        return Optional.of("dropped: the search is done, and others did better");
      }
      Optional<String> confirmed = confirmed(event, state);
      if (confirmed.isPresent()) {
        return confirmed;
      }
      if (event instanceof Event.TrialReopened reopened && reopened.trial().equals(id)) {
        return Optional.of("may go on again: the limit that stopped it was raised");
      }
      return event instanceof Event.TrialStopped stopped && stopped.trial().equals(id)
          ? Optional.of("stopped: the search ended at a limit while it could still go on")
          : Optional.empty();
    }

    private Optional<String> confirmed(Event event, StudyState state) {
      if (event instanceof Event.ConfirmationStarted begun
          && begun.plan().candidates().contains(id)) {
        return Optional.of(
            "to be confirmed with %d fresh seeds; the best's dev value has standard error %s"
                .formatted(begun.plan().seeds(), Wording.number(begun.standardError())));
      }
      if (event instanceof Event.ConfirmationEnded) {
        return ConfirmationFigures.of(state).stream()
            .flatMap(figures -> figures.candidates().stream())
            .filter(one -> one.trial() == id.number())
            .map(one -> "confirmed: " + one.text())
            .findFirst();
      }
      return event instanceof Event.TestMeasured test && test.trial().equals(id)
          ? Optional.of("on the test part: " + Wording.score(test.scores().metric()))
          : Optional.empty();
    }

    private Optional<String> issued(Segment segment) {
      if (segment.trial().equals(id)) {
        token = segment.token();
      }
      return Optional.empty();
    }

    private String ended(Event.SegmentEnded ended, Trial trial, Replay replay) {
      if (ended.again()) {
        return "its segment is issued again"
            + (ended.result() instanceof SegmentResult.Failed failed
                ? ", %s: %s".formatted(failed.kind().text(), failed.message())
                : "");
      }
      if (ended.withdrawn()) {
        return "its segment is not issued again: an order comes first";
      }
      if (!trial.message().isEmpty()) {
        return trial.standing() + ": " + trial.message();
      }
      String value =
          "epoch %d: %s, smoothed %s"
              .formatted(
                  trial.epoch(),
                  trial.scores().map(scores -> Wording.score(scores.metric())).orElse("no value"),
                  Wording.score(Smoothing.ofDev(trial)));
      String standing = replay.standing(id);
      return standing.isEmpty() ? value : value + "; " + standing;
    }
  }
}
