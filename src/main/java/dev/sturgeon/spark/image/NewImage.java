package dev.sturgeon.spark.image;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An image to put through a finished network.
 *
 * @param name its file's path within the folder, or its position in an IDX file, from 0
 * @param label its class; null if that is not known
 * @param features ready for the network
 */
public record NewImage(String name, @Nullable String label, float[] features)
    implements Serializable {}
