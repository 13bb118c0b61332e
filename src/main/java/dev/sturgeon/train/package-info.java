/**
 * Executor-side training without an engine: ports, the epoch loop, schedules, metrics, checkpoints.
 */
@NullMarked
package dev.sturgeon.train;

import org.jspecify.annotations.NullMarked;
