/** What a person reads of a study: tables and a self-contained page, made from the journal. */
@NullMarked
package dev.sturgeon.report;

import org.jspecify.annotations.NullMarked;
