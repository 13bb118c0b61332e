/** Images read from IDX files and from folders: split, standardised, turned into arrays. */
@NullMarked
package dev.sturgeon.spark.image;

import org.jspecify.annotations.NullMarked;
