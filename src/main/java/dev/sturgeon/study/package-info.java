/** The single-threaded study loop, its stopping rules and its ports to executors and time. */
@NullMarked
package dev.sturgeon.study;

import org.jspecify.annotations.NullMarked;
