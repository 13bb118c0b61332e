package dev.sturgeon.spark.score;

import dev.sturgeon.train.PredictorFactory;

/**
 * A finished network.
 *
 * @param model its file's content; not copied
 * @param factory opens it on the executors
 */
public record Network(byte[] model, PredictorFactory factory) {}
