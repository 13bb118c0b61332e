/** Where a study's files live: a small storage port and its local implementation. */
@NullMarked
package dev.sturgeon.store;

import org.jspecify.annotations.NullMarked;
