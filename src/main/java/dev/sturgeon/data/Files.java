package dev.sturgeon.data;

import java.io.Serializable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where data lie, as paths or URIs: one place that is split, or the user's own parts.
 *
 * @param main all rows, or those of the training part and whatever else has no place of its own
 * @param dev the user's own dev part; null to take it from {@code main}
 * @param test the user's own test part; null to take it from {@code main}
 */
public record Files(String main, @Nullable String dev, @Nullable String test)
    implements Serializable {

  /** One place for all rows. */
  public static Files of(String main) {
    return new Files(main, null, null);
  }

  /** The same with other rows; own parts stay. */
  Files withMain(String path) {
    return new Files(path, dev, test);
  }

  /** The same with every path changed. */
  public Files map(UnaryOperator<String> change) {
    return new Files(
        change.apply(main),
        dev == null ? null : change.apply(dev),
        test == null ? null : change.apply(test));
  }
}
