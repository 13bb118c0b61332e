package dev.sturgeon.spark.ingest;

/**
 * How many rows a table has.
 *
 * @param read all there are
 * @param dropped bad ones left out
 * @param train those in the training part
 * @param dev those in the dev part
 * @param test those in the test part
 */
public record RowCounts(long read, long dropped, long train, long dev, long test) {}
