package dev.sturgeon.spark.image;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Shape;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The images of a study as they lie in files.
 *
 * @param main what is split
 * @param dev the user's own dev part; null to take it from {@code main}
 * @param test the user's own test part; null to take it from {@code main}
 */
record ImageParts(ImageSet main, @Nullable ImageSet dev, @Nullable ImageSet test) {

  /** Checks that all images have one form. */
  ImageParts {
    Shape shape = main.shape();
    String name = main.name();
    Stream.of(dev, test)
        .filter(Objects::nonNull)
        .filter(part -> !part.shape().equals(shape))
        .findFirst()
        .ifPresent(
            part -> {
              throw new DataException(
                  "%s: its images are %s, those of %s are %s; all must be of one size"
                      .formatted(part.name(), part.shape(), name, shape));
            });
  }
}
