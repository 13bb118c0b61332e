/** Examples as plain arrays, and the rule that splits them into train, dev and test parts. */
@NullMarked
package dev.sturgeon.data;

import org.jspecify.annotations.NullMarked;
