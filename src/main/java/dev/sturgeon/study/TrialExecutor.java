package dev.sturgeon.study;

import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import java.time.Duration;
import java.util.List;

/**
 * Carries out segments somewhere else and tells what became of them. Called by one thread only.
 *
 * <p>Any method but {@link #close} may throw an unchecked exception when what carries the segments
 * out is gone for good. What was out then has no end: it is open in the journal, and a study that
 * goes on issues it again.
 */
public interface TrialExecutor extends AutoCloseable {

  /** How many segments can be carried out at once, as far as known now; 0 while none has come. */
  int slots();

  /**
   * How many more segments than there are slots it is good to hand out now, so that no slot waits
   * for its next one, or so that slots come which nothing else would bring.
   */
  default int ahead() {
    return 0;
  }

  /** Whether segments are carried out in this very JVM, so that what kills them kills the study. */
  default boolean inDriver() {
    return false;
  }

  /** How many cores a segment takes while it is carried out. */
  default int coresPerSlot() {
    return 1;
  }

  /** Hands out a segment; returns at once. Each one submitted ends in exactly one {@link Ended}. */
  void submit(Segment segment);

  /**
   * Hands out a segment that is to be carried out on an otherwise empty executor, at most one at a
   * time: nothing else begins where it is until it has ended, or is {@linkplain #release released}.
   */
  void submitAlone(Segment segment);

  /** Lets others join a running segment that was submitted alone. */
  void release(long token);

  /**
   * Gives a running segment up that does not answer: no end of it comes, or one that does not
   * count. Its slot comes back when what carries it out has been brought to an end, if need be by
   * force.
   */
  void abandon(long token);

  /**
   * What has happened since the last call, in order; waits for the first event at most this long.
   */
  List<Event> poll(Duration patience) throws InterruptedException;

  /**
   * Asks a running segment to end at the end of an epoch, within about a second; its result still
   * comes. One that has not begun ends at once, as {@link
   * dev.sturgeon.trial.FailureKind#NOT_BEGUN}.
   */
  void stop(long token);

  /** Ends everything, politely first. No events come afterwards. */
  @Override
  void close();

  /** Something an executor tells. */
  sealed interface Event permits Ended, EpochDone, Progressed, WorkerLost, AnswerDropped {}

  /** A segment has ended. */
  record Ended(long token, SegmentResult result) implements Event {}

  /** A running segment has finished an epoch; at most about one a second for each trial. */
  record EpochDone(long token, CurvePoint point) implements Event {}

  /** A segment has begun, or made a step: about one a few seconds, from executors that tell. */
  record Progressed(long token) implements Event {}

  /**
   * An executor is gone; the ends of the segments that it had follow.
   *
   * @param worker which one
   * @param reason what is known of why
   * @param blameless whether it is known that no segment was the reason
   * @param open the tokens of the segments that it had
   */
  record WorkerLost(String worker, String reason, boolean blameless, List<Long> open)
      implements Event {
    public WorkerLost {
      open = List.copyOf(open);
    }
  }

  /** An end came to a token that was not out any more, and was dropped. */
  record AnswerDropped(long token) implements Event {}
}
