package dev.sturgeon.api;

/**
 * What came of an order.
 *
 * @param directory the study's
 * @param taken whether a driver has journaled it already
 * @param text the same for a person
 */
public record NudgeAnswer(String directory, boolean taken, String text) {}
