/** Facts about trials: what is to be trained, what came back, what it is worth. */
@NullMarked
package dev.sturgeon.trial;

import org.jspecify.annotations.NullMarked;
