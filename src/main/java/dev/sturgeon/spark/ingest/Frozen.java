package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.SplitRule;
import dev.sturgeon.data.TableSchema;

/**
 * What a study fixed when it first read its data, and keeps when it reads them again.
 *
 * @param rule which row belongs to which part
 * @param schema which columns and classes there are
 */
public record Frozen(SplitRule rule, TableSchema schema) {}
