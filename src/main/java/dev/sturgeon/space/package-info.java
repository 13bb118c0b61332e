/**
 * What may vary: the search space, its domains and conditions, and one point of it, a
 * configuration.
 */
@NullMarked
package dev.sturgeon.space;

import org.jspecify.annotations.NullMarked;
