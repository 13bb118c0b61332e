package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;

/**
 * A table that Spark can read again and again.
 *
 * @param name what to call it in messages: its path, or "digits"
 * @param columns its columns' names, in its order
 * @param rows its rows; in the order of the file where there is one file
 */
record Table(String name, List<String> columns, JavaRDD<RawRow> rows) {

  /** Makes something of a partition's rows. */
  interface Pass<T> extends Function<Iterator<RawRow>, T>, Serializable {}

  /**
   * Reads all rows once, in one Spark job.
   *
   * @return what the pass made of each partition, in order
   * @throws DataException if a file turns out to be unreadable
   */
  <T> List<T> read(Pass<T> pass) {
    try {
      return rows.mapPartitions(part -> List.of(pass.apply(part)).iterator()).collect();
    } catch (Exception e) {
      // Spark throws this checked exception without saying so.
      if (e instanceof SparkException && ReadFailure.isOfFile(e)) {
        throw new DataException(name + ": " + ReadFailure.text(e), e);
      }
      throw e;
    }
  }

  /** The positions of columns that are known to be there. */
  int[] positions(List<String> names) {
    return names.stream().mapToInt(columns::indexOf).toArray();
  }
}
