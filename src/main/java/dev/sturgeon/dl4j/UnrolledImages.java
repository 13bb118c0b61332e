package dev.sturgeon.dl4j;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The matrix products of a convolution, one image after the other. Filters are a matrix of filters
 * x {@link Unrolling#rows()}, an image's outputs one of filters x pixels, all row by row.
 */
final class UnrolledImages implements AutoCloseable {
  private final Unrolling unrolling;
  private final int filters;
  private final Numbers images;
  private final Numbers columns;
  private final float[] image;
  private final float[] unrolled;

  /**
   * Images to unroll.
   *
   * @param images the mini-batch, an image after the other
   * @param columns room for {@link Unrolling#columnsSize()} numbers, which are overwritten; closed
   *     with this, as the images are
   */
  UnrolledImages(Unrolling unrolling, int filters, Numbers images, Numbers columns) {
    this.unrolling = unrolling;
    this.filters = filters;
    this.images = images;
    this.columns = columns;
    this.image = new float[unrolling.imageSize()];
    this.unrolled = new float[unrolling.columnsSize()];
  }

  /** Sets an image's outputs, which {@code out} points at, to products plus biases. */
  void convolve(int number, FloatPointer weights, float[] biases, FloatPointer out) {
    take(number);
    out.put(biases);
    multiply(CblasNoTrans, CblasNoTrans, filters, unrolling.pixels(), unrolling.rows())
        .of(weights, columns.from(0), 1, out);
  }

  /** Adds an image's share to the gradient of the filters; the first image's is set. */
  void addGradient(int number, FloatPointer errors, FloatPointer gradient) {
    take(number);
    multiply(CblasNoTrans, CblasTrans, filters, unrolling.rows(), unrolling.pixels())
        .of(errors, columns.from(0), number == 0 ? 0 : 1, gradient);
  }

  /** Sets an image's input error from its outputs' errors. */
  void propagate(FloatPointer weights, FloatPointer errors, FloatPointer inputErrors) {
    multiply(CblasTrans, CblasNoTrans, unrolling.rows(), unrolling.pixels(), filters)
        .of(weights, errors, 0, columns.from(0));
    float[] spread = new float[unrolled.length];
    columns.from(0).get(spread);
    Arrays.fill(image, 0);
    unrolling.addBack(spread, image);
    inputErrors.put(image);
  }

  @Override
  public void close() {
    columns.close();
    images.close();
  }

  private void take(int number) {
    images.from((long) number * image.length).get(image);
    unrolling.unroll(image, unrolled);
    columns.from(0).put(unrolled);
  }

  private static Product multiply(int left, int right, int rows, int width, int inner) {
    return (a, b, kept, c) ->
        cblas_sgemm(
            CblasRowMajor,
            left,
            right,
            rows,
            width,
            inner,
            1,
            a,
            left == CblasTrans ? rows : inner,
            b,
            right == CblasTrans ? inner : width,
            kept,
            c,
            width);
  }

  /** A product of two matrices. */
  private interface Product {

    /** Sets c to a b + kept c. */
    void of(FloatPointer a, FloatPointer b, float kept, FloatPointer c);
  }
}
