package dev.sturgeon.study;

import dev.sturgeon.journal.StopReason;
import dev.sturgeon.trial.Confirmation;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Retest;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;

/**
 * Is told what happens in a study, for people to watch. Called by the study loop's thread, which
 * waits: be quick. What is told is on disk already, single epochs excepted.
 */
public interface StudyListener {

  /** Something worth knowing, in a sentence: about the data, the search or a trial. */
  default void note(String sentence) {}

  /** The search begins, or goes on with these trials. */
  default void begins(History history) {}

  /** How many segments can be carried out at once from now on. */
  default void slots(int slots) {}

  /** There has been no slot for this many seconds; told again as long as it lasts. */
  default void noSlots(long seconds) {}

  /** The search has ended; these trials' configurations are trained again, or go on to be. */
  default void confirming(Confirmation plan) {}

  /** A finished search's winner is re-tested, or goes on to be. */
  default void retesting(Retest plan) {}

  /** A trial is born. */
  default void trialStarted(Trial trial) {}

  /** A running trial has finished an epoch; not every epoch is told. */
  default void epochDone(TrialId trial, CurvePoint point) {}

  /** A segment was lost without its trial's fault and will be issued again. */
  default void segmentLost(Segment segment, String message) {}

  /** A segment of a trial has ended, and the trial may go on. */
  default void trialPaused(Trial trial) {}

  /** A trial is over: completed, stopped, dropped, diverged or failed. */
  default void trialEnded(Trial trial) {}

  /** A trial leads now. */
  default void newBest(Trial trial) {}

  /** No further segment will be issued; this many are still out. */
  default void stopping(StopReason reason, String detail, int running) {}

  /** Says nothing to anybody. */
  static StudyListener silent() {
    return new StudyListener() {};
  }
}
