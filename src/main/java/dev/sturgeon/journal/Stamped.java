package dev.sturgeon.journal;

import java.time.Instant;

/**
 * An event and when it happened: one line of the journal.
 *
 * @param at wall-clock time of the driver
 * @param t study time in seconds: that of all drivers together, without the pauses between them
 * @param event what happened
 */
public record Stamped(Instant at, double t, Event event) {}
