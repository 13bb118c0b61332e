/** The study's only truth: events, one JSON line each, and reading them back. */
@NullMarked
package dev.sturgeon.journal;

import org.jspecify.annotations.NullMarked;
