package dev.sturgeon.train;

import dev.sturgeon.data.Shape;
import dev.sturgeon.space.Configuration;
import java.util.ArrayList;
import java.util.List;

/**
 * The built-in convolutional network, after LeNet-5 (LeCun et al. 1998: Gradient-based learning
 * applied to document recognition), with today's activations, batch norm and dropout. Knows no
 * engine; how it is trained say the {@link TrainingSettings}.
 *
 * <p>Each block is: convolution with stride 1 and as much padding as keeps height and width, batch
 * norm if there is any (the convolution then has no biases), activation, pooling of two by two
 * pixels, which halves height and width, rounded down. The dense layers follow.
 *
 * @param filters the blocks' filters, input side first
 * @param kernel height and width of a filter
 * @param pooling how a block ends
 * @param dense the hidden layers after the blocks, and what holds for all layers: activation and
 *     batch norm; its dropout is of the last block's and the dense layers' outputs, since between
 *     convolutions neighbouring pixels tell what was dropped (Tompson et al. 2015)
 */
public record Cnn(List<Integer> filters, int kernel, Pooling pooling, Mlp dense) {

  /** Copies the list. */
  public Cnn {
    filters = List.copyOf(filters);
  }

  /**
   * The network of a configuration. What it does not mention has the fallback of {@link
   * CnnCatalogue}; what is not about this network is not looked at.
   *
   * @throws IllegalArgumentException if it holds a value that makes no sense; the message names it
   *     and says what would be right
   */
  public static Cnn of(Configuration configuration) {
    Completed complete = Completed.of(configuration, CnnCatalogue.architecture());
    Mlp.checkBatchNorm(configuration, complete.flag("batchNorm"));
    return new Cnn(
        filters(complete),
        complete.integer("kernel"),
        complete.choice("pooling", Pooling.values(), Pooling::label),
        new Mlp(
            Mlp.units(complete),
            complete.choice("activation", Activation.values(), Activation::label),
            complete.flag("batchNorm"),
            complete.real("dropout")));
  }

  private static List<Integer> filters(Completed complete) {
    List<Integer> filters = new ArrayList<>();
    double count = complete.integer("filters");
    for (int block = 0; block < complete.integer("convLayers"); block++) {
      filters.add((int) Math.max(1, Math.round(count)));
      count *= complete.real("filterGrowth");
    }
    return filters;
  }

  /**
   * The form of what the last block makes of one image.
   *
   * @throws IllegalArgumentException if the input is no image, or too small for the blocks
   */
  public Shape features(Shape image) {
    if (!image.isImage()) {
      throw new IllegalArgumentException(
          "a cnn needs images, and these data have %d columns; use network: mlp"
              .formatted(image.size()));
    }
    int height = image.height() >> filters.size();
    int width = image.width() >> filters.size();
    if (height == 0 || width == 0) {
      int smaller = Math.min(image.height(), image.width());
      throw new IllegalArgumentException(
          "convLayers is %d but each layer halves the image of %d x %d pixels: at most %d fit"
              .formatted(
                  filters.size(),
                  image.height(),
                  image.width(),
                  Integer.SIZE - 1 - Integer.numberOfLeadingZeros(smaller)));
    }
    return new Shape(filters.get(filters.size() - 1), height, width);
  }
}
