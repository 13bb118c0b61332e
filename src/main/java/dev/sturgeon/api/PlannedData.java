package dev.sturgeon.api;

import dev.sturgeon.spark.ingest.StudyData;

/**
 * The size of a study's data.
 *
 * @param train rows of the training part
 * @param dev rows of the dev part
 * @param test rows of the test part
 * @param columns features of a row after preprocessing
 * @param classes how many classes the label has; 0 where it is a number
 */
public record PlannedData(long train, long dev, long test, int columns, int classes) {

  static PlannedData of(StudyData data) {
    return new PlannedData(
        data.counts().train(),
        data.counts().dev(),
        data.counts().test(),
        data.data().train().columns(),
        data.classes().size());
  }

  @Override
  public String toString() {
    return "%d train, %d dev and %d test rows of %d columns, %s"
        .formatted(train, dev, test, columns, classes == 0 ? "a number" : classes + " classes");
  }
}
