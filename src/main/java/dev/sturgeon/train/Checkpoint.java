package dev.sturgeon.train;

import dev.sturgeon.trial.TrialId;

/**
 * A trial's state at the end of an epoch: all that training goes on from, never its configuration.
 *
 * @param trial whose it is
 * @param state the network's parameters and the updater's averages
 * @param stopping where early stopping stands
 */
public record Checkpoint(TrialId trial, TrainingState state, EarlyStopping stopping) {}
