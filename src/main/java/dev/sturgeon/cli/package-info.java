/** The command line: thin commands over the api. */
@NullMarked
package dev.sturgeon.cli;

import org.jspecify.annotations.NullMarked;
