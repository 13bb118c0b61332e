package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.SplitRule.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one part on the driver before preprocessing, in an order that depends on their values
 * alone: not on the partitions they came in.
 */
final class RawExamples {
  private record Place(ValueChunk chunk, int row) {
    long key() {
      return chunk.keys()[row];
    }

    long content() {
      return chunk.contents()[row];
    }
  }

  private final List<Place> places = new ArrayList<>();

  RawExamples(List<ValueChunk> chunks, Part part) {
    for (ValueChunk chunk : chunks) {
      for (int row = 0; chunk.part() == part && row < chunk.labels().length; row++) {
        places.add(new Place(chunk, row));
      }
    }
    // Rows that tie here are the same in all that is used of them.
    places.sort(Comparator.comparingLong(Place::key).thenComparingLong(Place::content));
  }

  int size() {
    return places.size();
  }

  /** The class of each row, or its number to predict. */
  double[] labels() {
    return places.stream().mapToDouble(place -> place.chunk.labels()[place.row]).toArray();
  }

  /** A numeric feature's value, NaN if missing. */
  double number(int row, int feature) {
    Place place = places.get(row);
    double[] numbers = place.chunk.numbers();
    int width = numbers.length / place.chunk.labels().length;
    return numbers[place.row * width + feature];
  }

  /** A categorical feature's value, null if missing. */
  @Nullable String level(int row, int feature) {
    Place place = places.get(row);
    List<List<String>> levels = place.chunk.levels();
    int code = place.chunk.codes()[place.row * levels.size() + feature];
    return code < 0 ? null : levels.get(feature).get(code);
  }
}
