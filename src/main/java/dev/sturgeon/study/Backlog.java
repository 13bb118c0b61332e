package dev.sturgeon.study;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.trial.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What the journal holds open and no executor has: issued again under a new token. Of suspects only
 * one at a time, which is to run alone; where the driver trains itself, when nothing else runs.
 */
final class Backlog {
  private final Ledger ledger;
  private final StudyState state;
  private final Outstanding out;
  private final boolean inDriver;

  Backlog(Ledger ledger, Outstanding out, boolean inDriver) {
    this.ledger = ledger;
    this.state = ledger.state();
    this.out = out;
    this.inDriver = inDriver;
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
    int end = state.suspects().end(lost.trial(), lost.fromEpoch(), lost.toEpoch());
    Segment segment = lost.until(end).reissued(state.nextToken());
    ledger.record(new Event.SegmentIssued(segment));
    return segment;
  }
}
