/** Who trains next and for how long: pure schedulers, told of results and asked for work. */
@NullMarked
package dev.sturgeon.schedule;

import org.jspecify.annotations.NullMarked;
