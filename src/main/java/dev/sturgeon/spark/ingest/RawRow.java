package dev.sturgeon.spark.ingest;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table as it stands in the file.
 *
 * @param cells its texts, null where there is none; as many as the table has columns
 * @param malformed the whole line if it has the wrong number of columns, else null
 */
record RawRow(@Nullable String[] cells, @Nullable String malformed) implements Serializable {}
