package dev.sturgeon.spark.score;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An example on its way into a network.
 *
 * @param label as it stands in the data, or null if it was not asked for
 * @param kept what is carried along; a missing value is null
 * @param features preprocessed
 */
record InputRow(@Nullable String label, List<@Nullable String> kept, float[] features)
    implements Serializable {}
