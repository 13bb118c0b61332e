package dev.sturgeon.spark.score;

/**
 * What a simple model says about the dev part.
 *
 * @param name how reports call it
 * @param devProbabilities row by row, one number per class; not copied
 */
public record Baseline(String name, float[] devProbabilities) {}
