/** The only importer of Spark and Hadoop: executors, ingestion, baselines, prediction. */
@NullMarked
package dev.sturgeon.spark;

import org.jspecify.annotations.NullMarked;
