package dev.sturgeon.spark.image;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file: pixels, or a problem.
 *
 * @param file which one
 * @param pixels as the decoder makes them; null if it could not
 * @param problem why it could not; null if it could
 */
record Decoded(ImageFile file, byte @Nullable [] pixels, @Nullable String problem)
    implements Serializable {}
