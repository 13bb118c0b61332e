package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.Shape;
import dev.sturgeon.data.Source;
import dev.sturgeon.dl4j.Networks;
import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.space.Configuration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * With which configurations a study's network can be trained on its data, as far as the study's
 * configuration and journal tell: before a segment is issued that could only fail.
 *
 * @param network its name
 * @param shape the form of one example; null where that is not known
 */
record Trainable(String network, @Nullable Shape shape) {
  private static final int[] CHANNELS = {1, 3};

  /**
   * Of a study.
   *
   * @param data what it trains on; null where that is not known yet
   */
  static Trainable of(StudyConf conf, @Nullable DataFacts data) {
    return new Trainable(
        conf.network(), data == null ? null : shape(conf.data().source(), data.columns()));
  }

  private static @Nullable Shape shape(Source source, int columns) {
    if (!(source instanceof Source.Images images)) {
      return Shape.flat(columns);
    }
    return images.size() == null ? square(columns) : images.size();
  }

  /** A journal keeps of images only how many numbers they have; all but a few files are square. */
  private static @Nullable Shape square(int columns) {
    for (int channels : CHANNELS) {
      int side = (int) Math.round(Math.sqrt((double) columns / channels));
      if (side > 1 && channels * side * side == columns) {
        return new Shape(channels, side, side);
      }
    }
    return null;
  }

  /** What forbids to train a network of this configuration, in a sentence; empty for nothing. */
  Optional<String> obstacle(Configuration configuration) {
    try {
      if (shape == null) {
        Networks.check(network, configuration);
      } else {
        Networks.check(network, configuration, shape);
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
