package dev.sturgeon.api;

import dev.sturgeon.data.DataException;
import dev.sturgeon.train.GradientReport;
import org.jspecify.annotations.Nullable;

/**
 * What came of one gradient check: one of both.
 *
 * @param report what it found
 * @param problem why the network could not be checked
 */
record GradientAnswer(@Nullable GradientReport report, @Nullable String problem) {

  /**
   * The report.
   *
   * @param network whose gradient was to be checked
   * @throws DataException if there is none; its message says why
   */
  GradientReport reportOn(String network) {
    if (report == null) {
      throw new DataException("the gradient of " + network + " cannot be checked: " + problem);
    }
    return report;
  }
}
