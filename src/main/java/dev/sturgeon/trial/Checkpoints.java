package dev.sturgeon.trial;

import java.io.Serializable;

/**
 * What a trial has on disk after a segment.
 *
 * @param latest the state to go on from
 * @param best the state the trial would save: its best epoch under early stopping, else the latest
 */
public record Checkpoints(CheckpointRef latest, CheckpointRef best) implements Serializable {}
