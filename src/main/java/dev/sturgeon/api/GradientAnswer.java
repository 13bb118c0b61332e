package dev.sturgeon.api;

import dev.sturgeon.train.GradientReport;
import org.jspecify.annotations.Nullable;

/**
 * What came of one gradient check: one of both.
 *
 * @param report what it found
 * @param problem why the network could not be checked
 */
record GradientAnswer(@Nullable GradientReport report, @Nullable String problem) {}
