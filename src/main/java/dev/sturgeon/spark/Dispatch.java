package dev.sturgeon.spark;

import dev.sturgeon.trial.Segment;

/**
 * A way of getting segments to executors and their results into a {@link Mailbox}.
 *
 * <p>Called by one thread. Never lets Spark carry out a segment twice: what is lost comes back as
 * {@link dev.sturgeon.trial.FailureKind#WORKER_LOST}, and is tried again only under a new token.
 */
interface Dispatch extends AutoCloseable {

  /** Hands out a segment that the mailbox expects; returns at once. */
  void submit(Segment segment);

  /**
   * Asks for a segment to end at its next epoch, if it can still be reached; one that has not begun
   * ends at once, as not begun.
   */
  void stop(long token);

  /** Hands out a segment that is to be carried out where nothing else is; one at a time. */
  void submitAlone(Segment segment);

  /** Lets others join it. */
  void release(long token);

  /** Gives a segment up and ends what carries it out, by force if need be. */
  void abandon(long token);

  /** How many slots are taken by what was given up and has not ended. */
  int stuck();

  /**
   * How many copies of running tasks, which speculation starts, were sent away; as far as known.
   */
  int copies();

  /** Ends what runs, politely first; returns in bounded time. */
  @Override
  void close();
}
