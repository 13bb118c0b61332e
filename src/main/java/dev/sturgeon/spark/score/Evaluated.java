package dev.sturgeon.spark.score;

import java.util.List;

/**
 * What a network says about labelled rows, and what is true.
 *
 * @param probabilities row by row, one number per class
 * @param labels the true class of each row
 * @param classes how many classes there are
 * @param warnings how many bad rows were left out, if any
 */
public record Evaluated(float[] probabilities, int[] labels, int classes, List<String> warnings) {}
