package dev.sturgeon.spark.image;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A file that should hold an image.
 *
 * @param uri where it lies
 * @param name its path within the folder
 * @param label the directory it lies in; null if it lies in the folder itself
 */
record ImageFile(String uri, String name, @Nullable String label) implements Serializable {}
