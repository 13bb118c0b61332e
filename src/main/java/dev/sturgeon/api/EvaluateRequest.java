package dev.sturgeon.api;

import org.jspecify.annotations.Nullable;

/**
 * Which network to measure on what.
 *
 * @param model a study's {@code best} directory, a path or URI
 * @param data labelled rows in the form of the training data; null for the study's own test part
 * @param master the Spark master; null for spark-submit's, else {@code local[*]}
 */
public record EvaluateRequest(String model, @Nullable String data, @Nullable String master) {}
