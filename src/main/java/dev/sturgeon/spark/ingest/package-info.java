/**
 * Tables read with Spark: split, preprocessed with what the training part says, turned into arrays.
 */
@NullMarked
package dev.sturgeon.spark.ingest;

import org.jspecify.annotations.NullMarked;
