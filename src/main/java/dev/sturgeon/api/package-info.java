/** The one place where things are wired together, and what a Java program uses. */
@NullMarked
package dev.sturgeon.api;

import org.jspecify.annotations.NullMarked;
