package dev.sturgeon.spark.score;

import dev.sturgeon.data.DataException;
import dev.sturgeon.spark.image.ImagePreprocessing;
import dev.sturgeon.spark.image.NewImages;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;

/**
 * Applies a finished network to images: IDX files or folders of PNG and JPEG files, on Spark.
 *
 * <p>Predictions have the columns {@code image} (the file within the folder, or the position in the
 * IDX file, from 0), {@code prediction} and {@code probability_CLASS} for each class.
 */
public final class ImageScoring implements Scorer {
  private final SparkSession spark;
  private final ImagePreprocessing preprocessing;
  private final Network network;

  /** Scores with this network, whose inputs and outputs the preprocessing describes. */
  public ImageScoring(SparkSession spark, ImagePreprocessing preprocessing, Network network) {
    this.spark = spark;
    this.preprocessing = preprocessing;
    this.network = network;
  }

  @Override
  public List<String> predict(String input, String output, List<String> keep) {
    if (!keep.isEmpty()) {
      throw new DataException(
          "images have no columns to keep (%s); the file's name is kept anyway"
              .formatted(String.join(", ", keep)));
    }
    NewImages images = NewImages.read(spark, preprocessing, input, false);
    predictions().write(spark, score(images), List.of("image"), output, ',');
    return images.warnings();
  }

  @Override
  public Evaluated evaluate(String input) {
    NewImages images = NewImages.read(spark, preprocessing, input, true);
    return predictions().evaluated(score(images).collect(), images.warnings());
  }

  private Predictions predictions() {
    return new Predictions(preprocessing.classes(), null);
  }

  private JavaRDD<ScoredRow> score(NewImages images) {
    JavaRDD<InputRow> rows =
        images
            .images()
            .map(image -> new InputRow(image.label(), List.of(image.name()), image.features()));
    return NetworkTask.score(
        spark, rows, network, preprocessing.shape().size(), preprocessing.classes().size());
  }
}
