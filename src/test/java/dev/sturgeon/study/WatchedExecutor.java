package dev.sturgeon.study;

import dev.sturgeon.trial.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An executor around which a test can watch and change what happens. */
final class WatchedExecutor implements TrialExecutor {
  private final TrialExecutor inner;
  private final Consumer<Segment> submitted;
  UnaryOperator<Ended> change = ended -> ended;
  @Nullable UnaryOperator<Ended> echo;
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
  public void submitAlone(Segment segment) {
    submitted.accept(segment);
    inner.submitAlone(segment);
  }

  @Override
  public void release(long token) {
    inner.release(token);
  }

  @Override
  public void abandon(long token) {
    inner.abandon(token);
  }

  @Override
  public List<Event> poll(Duration patience) throws InterruptedException {
    List<Event> told = new ArrayList<>();
    for (Event event : inner.poll(patience)) {
      told.add(event instanceof Ended ended ? change.apply(ended) : event);
      if (echo != null && event instanceof Ended ended) {
        told.add(echo.apply(ended));
      }
    }
    return told;
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
