package dev.sturgeon.journal;

import dev.sturgeon.data.Secrets;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.stats.Interval;
import dev.sturgeon.trial.Confirmation;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Retest;
import dev.sturgeon.trial.Retested;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a study. Names of the records and of their components are the
 * journal's format: to rename one is to change {@link Journal#FORMAT}.
 */
public sealed interface Event {

  /**
   * A driver began its part of the journal; the first line of the part's first file.
   *
   * @param part the number of that file, from 1
   * @param format {@link Journal#FORMAT} of the writer
   * @param versions what the driver runs on
   * @param host the driver's machine
   * @param driver a name that no other run of a driver has; empty up to format 2
   * @param read how many bytes this driver has read of the last files before this one: what an
   *     earlier driver, thought dead, writes behind them does not count. Of still earlier files the
   *     headers of these say it; up to format 2 all are listed
   * @param crash where the report of the driver before lies, if its Java crashed; else empty, as it
   *     is up to format 5
   */
  record PartOpened(
      int part,
      int format,
      Versions versions,
      String host,
      String driver,
      List<Long> read,
      String crash)
      implements Event {
    public PartOpened {
      read = List.copyOf(read);
    }
  }

  /**
   * A driver's part goes on in another file; the first line of that file, and nothing that happened
   * to the study.
   *
   * @param part the number of the file, from 2
   * @param read as in {@link PartOpened}
   */
  record PartContinued(int part, List<Long> read) implements Event {
    public PartContinued {
      read = List.copyOf(read);
    }
  }

  /**
   * The study's birth.
   *
   * @param name its name
   * @param seed where all its randomness comes from
   * @param configuration the frozen configuration, as its file says it
   * @param space where it searches
   * @param objective what it optimises
   * @param data what it searches on
   */
  record StudyStarted(
      String name,
      long seed,
      String configuration,
      SearchSpace space,
      Objective objective,
      DataFacts data)
      implements Event {}

  /**
   * What bounds the study from now on.
   *
   * @param limits the bounds
   * @param coresPerSlot how many cores a segment takes while it is carried out
   */
  record LimitsSet(Limits limits, int coresPerSlot) implements Event {}

  /** How many trials the study may begin in all, from now on. */
  record TrialsAllowed(int trials) implements Event {}

  /** How many segments can be carried out at once from now on. */
  record SlotsChanged(int slots) implements Event {}

  /**
   * A trial's birth.
   *
   * @param trial its number, the next one
   * @param role why it exists
   * @param parent the trial whose checkpoint it starts from; null for none
   * @param configuration its hyperparameters
   * @param seed where all its randomness comes from
   * @param maxEpochs its whole budget
   * @param fromEpoch how many epochs of the parent's it takes over, 0 without a parent
   * @param origin where the configuration comes from, in a few words
   */
  record TrialStarted(
      TrialId trial,
      Role role,
      @Nullable TrialId parent,
      int fromEpoch,
      Configuration configuration,
      long seed,
      int maxEpochs,
      String origin)
      implements Event {}

  /** A segment is about to be handed out; it takes the place of any earlier one of its trial. */
  record SegmentIssued(Segment segment) implements Event {}

  /**
   * A segment ended.
   *
   * @param token which one
   * @param result how
   * @param again whether it will be issued again, since the trial is not to blame
   */
  record SegmentEnded(long token, SegmentResult result, boolean again) implements Event {
    /** Takes out of a failure's message what nobody should read. */
    public SegmentEnded {
      if (result instanceof SegmentResult.Failed failed) {
        result = failed.saying(Secrets.inMessage(failed.message()));
      }
    }

    /** Whether it was taken back for good: its trial stands where it stood. */
    public boolean withdrawn() {
      return !again
          && result instanceof SegmentResult.Failed failed
          && failed.kind() == FailureKind.NOT_BEGUN;
    }
  }

  /**
   * The segments are carried out in the driver's own JVM, so that its death is an executor's; said
   * once by each such driver.
   */
  record DriverTrains() implements Event {}

  /**
   * An executor died. The results of the segments that it held follow.
   *
   * @param worker which one
   * @param reason what is known of why
   * @param blameless whether no segment can have been the reason, as when its machine was taken
   *     away
   * @param open the tokens of the segments that it held
   */
  record WorkerLost(String worker, String reason, boolean blameless, List<Long> open)
      implements Event {
    public WorkerLost {
      reason = Secrets.inMessage(reason);
      open = List.copyOf(open);
    }
  }

  /**
   * An answer came that no segment waits for any more: late, a second time, or from an executor
   * that was thought dead. It was dropped.
   */
  record AnswerDropped(long token) implements Event {}

  /**
   * The trial gets no further segment, since a limit for single trials is reached; it counts with
   * what it has.
   *
   * @param trial which trial
   * @param why which limit, in a sentence
   */
  record TrialExpired(TrialId trial, String why) implements Event {}

  /** The trial gets no further segment, although its budget is not used. */
  record TrialStopped(TrialId trial) implements Event {}

  /** A trial that was stopped by a limit may go on: the limit was raised. */
  record TrialReopened(TrialId trial) implements Event {}

  /**
   * The search goes on with a trial that waited for it.
   *
   * @param trial which trial; its next segment follows
   * @param why the rule, in a sentence
   */
  record TrialPromoted(TrialId trial, String why) implements Event {}

  /**
   * The search gives a trial up, although its budget is not used.
   *
   * @param trial which trial
   * @param why the rule, in a sentence
   */
  record TrialDropped(TrialId trial, String why) implements Event {}

  /** Some hyperparameters of a trial change from here on. */
  record TrialNudged(TrialId trial, Nudge nudge) implements Event {}

  /**
   * Further training would not help a trial, although its budget is not used.
   *
   * @param trial which trial
   * @param why the rule, in a sentence
   */
  record TrialCompleted(TrialId trial, String why) implements Event {}

  /** The search is done, and the trial is not among those that went on. */
  record TrialLeft(TrialId trial) implements Event {}

  /** The search has decided something that people may want to know, in a sentence. */
  record SearchNoted(String text) implements Event {}

  /**
   * A trial's training shows something that people may want to know.
   *
   * @param trial which trial
   * @param epoch at which epoch it was seen, from 1
   * @param text what it is, in a sentence
   */
  record TrialNoted(TrialId trial, int epoch, String text) implements Event {}

  /**
   * The search has ended, and its best configurations are trained again; the runs follow.
   *
   * @param reason why the search ended
   * @param standardError of the best one's dev value, in the metric's unit
   * @param most how many candidates there may be
   * @param limited whether the study's limits of time hold for it; those of a study that has ended
   *     are used up
   * @param plan which they are, and what is trained
   */
  record ConfirmationStarted(
      StopReason reason, double standardError, int most, boolean limited, Confirmation plan)
      implements Event {}

  /**
   * The runs of a confirmation are over, or a limit of the study has ended them.
   *
   * @param winner the candidate that won; null where none did
   * @param saved the run of it whose network is kept; null where none is
   */
  record ConfirmationEnded(@Nullable TrialId winner, @Nullable TrialId saved) implements Event {}

  /**
   * The test part was used, for the first and last time in this study.
   *
   * @param trial whose network was measured
   * @param rows how many examples it has
   * @param scores what the network scores
   * @param interval where the metric lies on examples like these, at 95 %
   */
  record TestMeasured(TrialId trial, int rows, Scores scores, Interval interval) implements Event {}

  /**
   * This study is a re-test of another one's winner; the runs follow.
   *
   * @param of the other study's directory
   * @param plan what is trained, and what was known before
   */
  record RetestStarted(String of, Retest plan) implements Event {}

  /**
   * The runs of a re-test are over.
   *
   * @param outcome what follows
   * @param degraded whether the winner is worse than it was
   */
  record RetestEnded(Retested.Outcome outcome, boolean degraded) implements Event {}

  /** Scores on the dev part of something simple to compare with: "majority class", "linear". */
  record BaselineMeasured(String name, Scores scores) implements Event {}

  /**
   * A command came from outside; it is obeyed after this.
   *
   * @param file its name in the inbox: what has been received is not obeyed again
   * @param command what is asked for
   */
  record CommandReceived(String file, Command command) implements Event {}

  /**
   * Something in the inbox is not obeyed.
   *
   * @param file its name there
   * @param why the reason, for a person
   */
  record CommandRefused(String file, String why) implements Event {}

  /** The study will issue no further segment; those that are out are asked to end. */
  record StopRequested(StopReason reason, String detail) implements Event {}

  /**
   * The study ended in order.
   *
   * @param reason why
   * @param best the leading trial; null where none has a value
   */
  record StudyFinished(StopReason reason, @Nullable TrialId best) implements Event {}

  /**
   * A driver ends, and knows it; the last event of its part.
   *
   * @param trouble what made it give up; empty where it ended in order
   */
  record DriverEnded(String trouble) implements Event {}
}
