package dev.sturgeon.spark;

import java.io.Serializable;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

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

  /**
   * On the driver, what was shipped: it may itself refer to broadcasts, and Spark takes those back
   * once nothing on the driver refers to them any more.
   */
  @SuppressWarnings("UnusedVariable") // It is kept, not read.
  private final transient @Nullable T original;

  private Shipped(Class<T> type, Broadcast<byte[]> bytes, T original) {
    this.type = type;
    this.bytes = bytes;
    this.original = original;
  }

  static <T extends Serializable> Shipped<T> ship(JavaSparkContext spark, Class<T> type, T value) {
    return new Shipped<>(type, spark.broadcast(Wire.encode(value)), value);
  }

  @Override
  public T get() {
    return Wire.decodeShipped(bytes.value(), type);
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
