package dev.sturgeon.train;

import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;

/**
 * Carries out segments in this JVM: what an executor does with the segments it is handed.
 *
 * <p>Safe for use by several threads at once. Never throws for what a configuration or a file does:
 * that is a result.
 */
public interface SegmentWork extends AutoCloseable {

  /**
   * Carries out one segment on the calling thread.
   *
   * @param segment what to train
   * @param worker the name of this executor, for the result's usage
   * @param reporter told of each epoch
   */
  SegmentResult run(Segment segment, String worker, EpochReporter reporter);

  /** Frees what the calling thread holds; called when it stops taking segments. */
  void releaseThread();

  @Override
  void close();
}
