package dev.sturgeon.study;

import dev.sturgeon.trial.Segment;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/** An executor around which a test can watch and change what happens. */
final class WatchedExecutor implements TrialExecutor {
  private final TrialExecutor inner;
  private final Consumer<Segment> submitted;
  UnaryOperator<Ended> change = ended -> ended;
  IntUnaryOperator slots = own -> own;

  WatchedExecutor(TrialExecutor inner, Consumer<Segment> submitted) {
    this.inner = inner;
    this.submitted = submitted;
  }

  @Override
  public int slots() {
    return slots.applyAsInt(inner.slots());
  }

  @Override
  public void submit(Segment segment) {
    submitted.accept(segment);
    inner.submit(segment);
  }

  @Override
  public List<Event> poll(Duration patience) throws InterruptedException {
    return inner.poll(patience).stream()
        .map(event -> event instanceof Ended ended ? change.apply(ended) : event)
        .toList();
  }

  @Override
  public void stop(long token) {
    inner.stop(token);
  }

  @Override
  public void close() {
    inner.close();
  }
}
