package dev.sturgeon.journal;

/** The versions a driver runs on. */
public record Versions(String sturgeon, String java, String spark, String dl4j) {}
