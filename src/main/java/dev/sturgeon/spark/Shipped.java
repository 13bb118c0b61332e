package dev.sturgeon.spark;

import java.io.Serializable;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * A value sent to each executor once, whatever the number of tasks. Each {@link #get} there makes a
 * new copy.
 *
 * @param <T> its type
 */
final class Shipped<T extends Serializable> implements Supplier<T>, Serializable {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final Broadcast<byte[]> bytes;

  private Shipped(Class<T> type, Broadcast<byte[]> bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  static <T extends Serializable> Shipped<T> ship(JavaSparkContext spark, Class<T> type, T value) {
    return new Shipped<>(type, spark.broadcast(Wire.encode(value)));
  }

  @Override
  public T get() {
    return Wire.decode(bytes.value(), type);
  }

  /** A number that is this value's alone in its application. */
  long id() {
    return bytes.id();
  }

  /** Takes it back from the executors. */
  void recall() {
    bytes.destroy(false);
  }
}
