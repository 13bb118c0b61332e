package dev.sturgeon.bench.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A learning curve that is worked out only as far as somebody asks: most trials of a good search
 * end early. Belongs to one thread.
 */
final class Curve {
  /** Time never stands still: a segment that takes none would be no work at all. */
  private static final double LEAST_SECONDS = 1e-9;

  private final int epochs;
  private final Source source;
  private final List<Problem.Point> known = new ArrayList<>();

  /** Works out points of a curve. */
  interface Source {
    /** The points of the epochs from one to another, both included; counted from 1. */
    List<Problem.Point> points(int from, int to);
  }

  Curve(int epochs, Source source) {
    this.epochs = epochs;
    this.source = source;
  }

  /** The score after this many epochs, from 1. */
  double score(int epoch) {
    return at(epoch).score();
  }

  /** The seconds from the beginning to the end of an epoch, more than to the one before. */
  double seconds(int epoch) {
    return epoch == 0 ? 0 : at(epoch).seconds();
  }

  /**
   * Works out all up to an epoch at once, since somebody will ask; and at least as much again as is
   * known, since many short steps take longer than a few long ones.
   */
  void reach(int epoch) {
    if (known.size() < epoch) {
      int end = Math.max(epoch, Math.min(epochs, 2 * (known.size() + 1)));
      source.points(known.size() + 1, end).forEach(this::add);
    }
  }

  private Problem.Point at(int epoch) {
    reach(epoch);
    return known.get(epoch - 1);
  }

  private void add(Problem.Point point) {
    double before = known.isEmpty() ? 0 : known.get(known.size() - 1).seconds();
    known.add(new Problem.Point(point.score(), Math.max(before + LEAST_SECONDS, point.seconds())));
  }
}
