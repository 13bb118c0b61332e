package dev.sturgeon.trial;

import java.io.Serializable;

/**
 * What carrying out a segment cost.
 *
 * @param worker which executor did it
 * @param wallSeconds from taking the segment to its answer
 * @param cpuSeconds CPU time of the training thread
 */
public record Usage(String worker, double wallSeconds, double cpuSeconds) implements Serializable {}
