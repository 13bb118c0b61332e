package dev.sturgeon.spark.image;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.RowHash;
import dev.sturgeon.spark.ingest.RowCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All images of a study in their parts. */
record ImageSplit(ImagePart train, ImagePart dev, ImagePart test) {

  /** Refuses what cannot be trained or judged on; says what a person should know. */
  List<String> check(List<String> classes) {
    List<String> warnings = new ArrayList<>();
    if (dev.size() == 0) {
      throw new DataException(
          dev.images().name()
              + ": the dev part is empty; there are too few images, or too few different ones, for"
              + " data.split.dev");
    }
    for (ImagePart part : List.of(train, dev, test)) {
      refuseUnknown(part, classes);
    }
    String untrained = missing(train, classes);
    if (!untrained.isEmpty()) {
      throw new DataException(
          "%s: classes without an image in the training part: %s; more images of them are needed"
              .formatted(train.images().name(), untrained));
    }
    String unjudged = missing(dev, classes);
    if (!unjudged.isEmpty()) {
      warnings.add(
          "%s: classes without an image in the dev part: %s"
              .formatted(dev.images().name(), unjudged));
    }
    warnIfTrained(dev, warnings);
    warnIfTrained(test, warnings);
    return warnings;
  }

  private static void refuseUnknown(ImagePart part, List<String> classes) {
    part.labels().stream()
        .filter(label -> !classes.contains(label))
        .findFirst()
        .ifPresent(
            label -> {
              throw new DataException(
                  "%s: the label '%s' is none of the training part's: %s"
                      .formatted(part.images().name(), label, String.join(", ", classes)));
            });
  }

  private static String missing(ImagePart part, List<String> classes) {
    List<String> labels = part.labels();
    return classes.stream()
        .filter(label -> !labels.contains(label))
        .collect(Collectors.joining(", "));
  }

  /** Only the user's own parts can: a split leaves equal images together. */
  private void warnIfTrained(ImagePart part, List<String> warnings) {
    Set<Long> trained = Arrays.stream(train.hashes()).boxed().collect(Collectors.toSet());
    long shared = Arrays.stream(part.hashes()).filter(trained::contains).count();
    if (shared > 0) {
      warnings.add(
          "%s: %d of its %d images are in the training part too, so it flatters the networks"
              .formatted(part.images().name(), shared, part.size()));
    }
  }

  RowCounts counts() {
    long all = Stream.of(train, dev, test).mapToLong(ImagePart::size).sum();
    return new RowCounts(all, 0, train.size(), dev.size(), test.size());
  }

  /** A hash of all images and labels, whatever their order and their place in a split. */
  String contentHash() {
    long[] sums = new long[2];
    for (ImagePart part : List.of(train, dev, test)) {
      long[] content = part.images().hashes(0);
      boolean same = part.images().name().equals(train.images().name());
      // Mixed, since labels that differ by a bit are common: "0" and "1".
      long own = same ? 0 : RowHash.mix(part.equals(dev) ? 1 : 2);
      for (int row : part.rows()) {
        long label = RowHash.mix(own ^ part.images().labels()[row].hashCode());
        long hash = RowHash.mix(content[row] ^ label);
        sums[0] += hash;
        sums[1] += RowHash.mix(hash);
      }
    }
    return "%016x%016x".formatted(sums[0], sums[1]);
  }
}
