/** Where to look next: samplers, pure functions from a history and a seed to a configuration. */
@NullMarked
package dev.sturgeon.sample;

import org.jspecify.annotations.NullMarked;
