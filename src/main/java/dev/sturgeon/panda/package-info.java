/** Watching one model in training: what its learning curve says, and rules that act on it. */
@NullMarked
package dev.sturgeon.panda;

import org.jspecify.annotations.NullMarked;
