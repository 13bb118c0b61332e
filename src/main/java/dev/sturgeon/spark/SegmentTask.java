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
 * The Spark task that carries out one segment. Its value is the result in bytes; none where Spark
 * started it again after a loss, which is for the study to decide.
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
      return new byte[0];
    }
    try {
      return Wire.encode(carryOut(Wire.decode(segment, Segment.class)));
    } catch (TaskKilledException cancelled) {
      throw cancelled;
    } catch (Throwable failure) {
      return Wire.encode(SegmentRun.unopened(failure));
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
