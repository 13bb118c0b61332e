package dev.sturgeon.study;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What the journal holds open and no executor has: issued again under a new token. Of suspects only
 * one at a time, which is to run alone; where the driver trains itself, when nothing else runs.
 * Orders that have come meanwhile hold for it too.
 */
final class Backlog {
  private static final SegmentResult WITHDRAWN =
      new SegmentResult.Failed(
          FailureKind.NOT_BEGUN, "an order comes before it is issued again", new Usage("", 0, 0));

  private final Ledger ledger;
  private final StudyState state;
  private final Outstanding out;
  private final Decisions decisions;
  private final boolean inDriver;

  Backlog(Ledger ledger, Outstanding out, Decisions decisions, boolean inDriver) {
    this.ledger = ledger;
    this.state = ledger.state();
    this.out = out;
    this.decisions = decisions;
    this.inDriver = inDriver;
  }

  /** Takes back for good what an order comes before; journaled. Returns the trials of it. */
  List<Trial> withdraw() {
    List<Segment> withdrawn =
        lost().filter(segment -> decisions.endAgain(segment) <= segment.fromEpoch()).toList();
    List<Trial> changed = new ArrayList<>();
    for (Segment segment : withdrawn) {
      ledger.record(new Event.SegmentEnded(segment.token(), WITHDRAWN, false));
      decisions.changed(segment.trial());
      changed.add(state.history().get(segment.trial()));
    }
    return changed;
  }

  /** All that may be issued now, until so many are out; journaled. */
  List<Segment> take(int most) {
    List<Segment> taken = new ArrayList<>();
    if (out.size() < most) {
      suspect().ifPresent(segment -> taken.add(issued(segment, out::addAlone)));
    }
    while (out.size() < most && !isClosed()) {
      Optional<Segment> other = other();
      if (other.isEmpty()) {
        break;
      }
      taken.add(issued(other.get(), out::add));
    }
    return taken;
  }

  private static Segment issued(Segment segment, Consumer<Segment> put) {
    put.accept(segment);
    return segment;
  }

  private Optional<Segment> suspect() {
    boolean free = out.alone().isEmpty() && (!inDriver || out.isEmpty());
    return free ? lost().filter(this::isSuspect).findFirst().map(this::again) : Optional.empty();
  }

  private Optional<Segment> other() {
    return lost().filter(segment -> !isSuspect(segment)).findFirst().map(this::again);
  }

  /** Whether nothing but suspects may run now. */
  boolean isClosed() {
    return inDriver && (out.alone().isPresent() || lost().anyMatch(this::isSuspect));
  }

  private Stream<Segment> lost() {
    return state.open().size() == out.size()
        ? Stream.empty()
        : state.open().values().stream().filter(segment -> !out.contains(segment.token()));
  }

  private boolean isSuspect(Segment segment) {
    return state.suspects().of(segment.trial()).isPresent();
  }

  private Segment again(Segment lost) {
    int goal = decisions.endAgain(lost);
    int end = state.suspects().end(lost.trial(), lost.fromEpoch(), goal);
    Segment segment = lost.until(end).reissued(state.nextToken());
    ledger.record(new Event.SegmentIssued(segment));
    return segment;
  }
}
