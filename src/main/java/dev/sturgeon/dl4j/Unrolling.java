package dev.sturgeon.dl4j;

/**
 * Lays out what each output pixel of a convolution with stride 1 sees, so that the convolution
 * becomes a matrix product ("im2col", Chellapilla et al. 2006), and the way back.
 *
 * <p>An image is channels x height x width; its columns are a matrix of channels x kernel height x
 * kernel width rows and height x width columns, since the output is as large as the input. Both lie
 * row by row.
 *
 * @param kernelHeight its padding is (kernelHeight - 1) / 2 rows above, and the rest below
 * @param kernelWidth its padding is (kernelWidth - 1) / 2 columns on the left, and the rest on the
 *     right
 */
record Unrolling(int channels, int height, int width, int kernelHeight, int kernelWidth) {

  int pixels() {
    return height * width;
  }

  int imageSize() {
    return channels * pixels();
  }

  int rows() {
    return channels * kernelHeight * kernelWidth;
  }

  int columnsSize() {
    return Math.multiplyExact(rows(), pixels());
  }

  /**
   * Lays an image out.
   *
   * @param columns where padding falls it is not written: give zeros, and then the same array again
   */
  void unroll(float[] image, float[] columns) {
    forEachRun((pixel, column, length) -> System.arraycopy(image, pixel, columns, column, length));
  }

  /** Adds every number of the columns to the pixel that it was laid out from. */
  void addBack(float[] columns, float[] image) {
    forEachRun(
        (pixel, column, length) -> {
          for (int i = 0; i < length; i++) {
            image[pixel + i] += columns[column + i];
          }
        });
  }

  /** Goes through the runs of numbers that are neighbours both in the image and in the columns. */
  private void forEachRun(Run run) {
    int row = 0;
    for (int channel = 0; channel < channels; channel++) {
      for (int y = 0; y < kernelHeight; y++) {
        for (int x = 0; x < kernelWidth; x++) {
          int down = y - (kernelHeight - 1) / 2;
          int right = x - (kernelWidth - 1) / 2;
          int left = Math.max(0, -right);
          int length = Math.min(width, width - right) - left;
          int last = Math.min(height, height - down);
          for (int line = Math.max(0, -down); line < last && length > 0; line++) {
            int pixel = (channel * height + line + down) * width + left + right;
            run.at(pixel, row * pixels() + line * width + left, length);
          }
          row++;
        }
      }
    }
  }

  /** What is done with a run. */
  private interface Run {
    void at(int pixel, int column, int length);
  }
}
