/** Finished networks and simple baselines applied to data with Spark. */
@NullMarked
package dev.sturgeon.spark.score;

import org.jspecify.annotations.NullMarked;
