/** The only importer of DL4J and ND4J: building and training networks. */
@NullMarked
package dev.sturgeon.dl4j;

import org.jspecify.annotations.NullMarked;
