package dev.sturgeon.spark;

import dev.sturgeon.train.EpochReporter.Verdict;
import dev.sturgeon.train.SegmentWork;
import dev.sturgeon.train.SegmentWorkFactory;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.Function;

/**
 * The Spark task that carries out one segment. Its value is the result in bytes.
 *
 * <p>Where Spark starts it again, after a loss or as a copy, it ends as if it had been killed: to
 * carry the segment out again is for the study to decide, and the end of a copy must not be taken
 * for that of the first.
 */
final class SegmentTask implements Function<byte[], byte[]> {
  private static final long serialVersionUID = 1L;

  private final Shipped<SegmentWorkFactory> factory;

  SegmentTask(Shipped<SegmentWorkFactory> factory) {
    this.factory = factory;
  }

  @Override
  public byte[] call(byte[] segment) {
    if (TaskContext.get().attemptNumber() > 0) {
      throw new TaskKilledException("a segment is never carried out twice");
    }
    try {
      return MessageCodec.RESULTS.encode(carryOut(MessageCodec.SEGMENTS.decode(segment)));
    } catch (TaskKilledException cancelled) {
      throw cancelled;
    } catch (Throwable failure) {
      return MessageCodec.RESULTS.encode(SegmentRun.unopened(failure));
    }
  }

  private SegmentResult carryOut(Segment segment) {
    SharedWork shared = Application.ofThisTask().work(factory.id());
    SegmentWork work = shared.acquire(factory);
    try {
      return SegmentRun.carryOut(work, segment, (given, point) -> Verdict.CONTINUE);
    } finally {
      work.releaseThread();
      shared.release();
    }
  }
}
