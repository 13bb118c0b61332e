package dev.sturgeon.dl4j;

import java.lang.ref.Reference;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/**
 * The numbers of an array where they lie in memory. They are there until this is closed: ND4J frees
 * an array that nothing refers to any more, and does not know of those who only have its address.
 */
final class Numbers implements AutoCloseable {
  private final INDArray array;
  private final FloatPointer first;

  private Numbers(INDArray array) {
    this.array = array;
    this.first = (FloatPointer) array.data().addressPointer();
  }

  /** The array's own, which may be written. */
  static Numbers of(INDArray array) {
    return new Numbers(array);
  }

  /** To be read: row by row and without gaps, if need be those of a copy. */
  static Numbers rowByRow(INDArray array) {
    boolean lieSo = array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array);
    return new Numbers(lieSo ? array : array.dup('c'));
  }

  /** The number at a position and those that follow; holds until the next call. */
  FloatPointer from(long position) {
    return first.position(position);
  }

  @Override
  @SuppressWarnings("ReachabilityFenceUsage") // the finally block is that of a try with resources
  public void close() {
    Reference.reachabilityFence(array);
  }
}
