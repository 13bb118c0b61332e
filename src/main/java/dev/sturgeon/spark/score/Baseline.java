package dev.sturgeon.spark.score;

/**
 * What a simple model says about the dev part.
 *
 * @param name how reports call it
 * @param devOutputs example by example: a probability per class, or one scaled number; not copied
 */
public record Baseline(String name, float[] devOutputs) {}
