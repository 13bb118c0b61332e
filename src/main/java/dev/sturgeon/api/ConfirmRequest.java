package dev.sturgeon.api;

import org.jspecify.annotations.Nullable;

/**
 * A search that has ended, to be confirmed.
 *
 * @param directory the study directory, a path or URI
 * @param seeds how many runs each candidate gets, 2 or more; null for what the study's
 *     configuration says
 * @param again whether also one that is confirmed, with other fresh seeds
 * @param master the Spark master; null for spark-submit's, else {@code local[*]}
 */
public record ConfirmRequest(
    String directory, @Nullable Integer seeds, boolean again, @Nullable String master) {}
