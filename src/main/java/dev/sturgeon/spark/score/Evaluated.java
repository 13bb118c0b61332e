package dev.sturgeon.spark.score;

import dev.sturgeon.data.Targets;
import java.util.List;

/**
 * What a network says about labelled rows, and what is true.
 *
 * @param outputs example by example: a probability per class, or one scaled number
 * @param targets the truth
 * @param warnings how many bad rows were left out, if any
 */
public record Evaluated(float[] outputs, Targets targets, List<String> warnings) {}
