/** What a search costs: the real study loop and schedulers on simulated workers. */
@NullMarked
package dev.sturgeon.bench.search;

import org.jspecify.annotations.NullMarked;
