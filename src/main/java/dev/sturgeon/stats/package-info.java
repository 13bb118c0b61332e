/** What figures from few repetitions and few examples are worth: intervals and standard errors. */
@NullMarked
package dev.sturgeon.stats;

import org.jspecify.annotations.NullMarked;
