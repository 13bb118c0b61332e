package dev.sturgeon.study;

import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;

/**
 * How a study loop ended.
 *
 * @param reason why it ended
 * @param detail more about why, for a person; may be empty
 * @param state all trials, the best of them, baselines, time
 */
public record StudyOutcome(StopReason reason, String detail, StudyState state) {}
