package dev.sturgeon.study;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks a running study to stop, from anywhere: a signal handler, a command file, another thread.
 *
 * <p>Safe for use by several threads. A request is never taken back, only made more urgent.
 */
public final class StopSignal {
  private volatile @Nullable Request request;

  /**
   * What is asked for.
   *
   * @param now false: running segments end at their next epoch, and their results count; true:
   *     nothing is waited for
   * @param why who asks, for a person
   */
  record Request(boolean now, String why) {}

  /** Asks to stop politely: running segments end at their next epoch. */
  public synchronized void finish(String why) {
    if (request == null) {
      request = new Request(false, why);
    }
  }

  /** Asks to stop without waiting for running segments; what they trained is lost. */
  public synchronized void now(String why) {
    request = new Request(true, why);
  }

  /** Whether anybody has asked. */
  public boolean isRequested() {
    return request != null;
  }

  Optional<Request> request() {
    return Optional.ofNullable(request);
  }

  /** Whether nothing is to be waited for. */
  public boolean isNow() {
    return request().filter(Request::now).isPresent();
  }
}
