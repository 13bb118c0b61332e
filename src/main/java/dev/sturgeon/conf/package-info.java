/** The YAML configuration, read into validated records with all its problems told at once. */
@NullMarked
package dev.sturgeon.conf;

import org.jspecify.annotations.NullMarked;
