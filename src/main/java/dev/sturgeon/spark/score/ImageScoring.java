package dev.sturgeon.spark.score;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Targets;
import dev.sturgeon.spark.image.ImagePreprocessing;
import dev.sturgeon.spark.image.NewImages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

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
    List<String> classes = preprocessing.classes();
    List<String> header = new ArrayList<>(List.of("image", "prediction"));
    classes.forEach(name -> header.add("probability_" + name));
    JavaRDD<Row> rows = score(images).map(row -> outputRow(row, classes));
    try {
      new SingleCsv(spark, output, ',').write(spark.createDataFrame(rows, type()), header);
    } catch (IOException e) {
      throw new DataException(output + ": cannot be written: " + e.getMessage(), e);
    }
    return images.warnings();
  }

  @Override
  public Evaluated evaluate(String input) {
    NewImages images = NewImages.read(spark, preprocessing, input, true);
    int classes = preprocessing.classes().size();
    List<ScoredRow> rows = score(images).collect();
    float[] probabilities = new float[rows.size() * classes];
    int[] labels = new int[rows.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = preprocessing.classes().indexOf(rows.get(i).label());
      System.arraycopy(rows.get(i).probabilities(), 0, probabilities, i * classes, classes);
    }
    return new Evaluated(probabilities, new Targets.Labels(labels, classes), images.warnings());
  }

  private JavaRDD<ScoredRow> score(NewImages images) {
    JavaRDD<InputRow> rows =
        images
            .images()
            .map(image -> new InputRow(image.label(), List.of(image.name()), image.features()));
    return NetworkTask.score(
        spark, rows, network, preprocessing.shape().size(), preprocessing.classes().size());
  }

  private static Row outputRow(ScoredRow row, List<String> classes) {
    List<Object> values = new ArrayList<>(row.kept());
    values.add(classes.get(row.best()));
    for (float probability : row.probabilities()) {
      values.add(probability);
    }
    return RowFactory.create(values.toArray());
  }

  private StructType type() {
    StructType type =
        new StructType().add("image", DataTypes.StringType).add("class", DataTypes.StringType);
    for (int i = 0; i < preprocessing.classes().size(); i++) {
      type = type.add("probability" + i, DataTypes.FloatType);
    }
    return type;
  }
}
