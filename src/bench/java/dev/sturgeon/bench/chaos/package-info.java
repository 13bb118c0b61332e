/** Benchmarks of what goes wrong. */
@NullMarked
package dev.sturgeon.bench.chaos;

import org.jspecify.annotations.NullMarked;
