package dev.sturgeon.journal;

import dev.sturgeon.trial.TrialId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The confirmation of a search, running or over.
 *
 * @param started how it began
 * @param ended how it ended; null while it has not
 */
public record Confirmed(
    Event.ConfirmationStarted started, Event.@Nullable ConfirmationEnded ended) {

  /** Whether runs of it may be missing. */
  public boolean isOpen() {
    return ended == null;
  }

  /** The candidate that won; empty where none has. */
  public Optional<TrialId> winner() {
    return Optional.ofNullable(ended).map(Event.ConfirmationEnded::winner);
  }

  /** The run of the winner whose network is kept; empty where none has won. */
  public Optional<TrialId> saved() {
    return Optional.ofNullable(ended).map(Event.ConfirmationEnded::saved);
  }
}
