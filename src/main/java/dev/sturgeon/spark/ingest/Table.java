package dev.sturgeon.spark.ingest;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * A table of texts that Spark can read again and again.
 *
 * @param name what to call it in messages: its path, or "digits"
 * @param columns its columns' names, in its order
 * @param rows its rows; in the order of the file where there is one file
 */
record Table(String name, List<String> columns, JavaRDD<RawRow> rows) {}
