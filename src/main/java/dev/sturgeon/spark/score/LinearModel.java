package dev.sturgeon.spark.score;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.Targets;
import dev.sturgeon.data.TrainingData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * MLlib's linear models: multinomial logistic regression of classes, ridge regression of a number.
 *
 * <p>Fitted on Spark: some seconds for small data. Large data would take minutes for a figure that
 * moves in its third digit, so a sample is drawn, the same one every time, and the name says so.
 */
final class LinearModel {
  /** Enough to converge on standardised features; more data need it less. */
  private static final double REGULARISATION = 1e-3;

  private static final int MAX_ITERATIONS = 100;

  /** Past this the digits gain no right answer, and each iteration is a Spark job. */
  private static final double TOLERANCE = 1e-4;

  /**
   * Most numbers in the sample: what 100 iterations of ten classes get through in half a minute.
   */
  static final int MOST_NUMBERS = 8_000_000;

  /** Most weights: the solver keeps some twenty copies on the driver. */
  static final int MOST_WEIGHTS = 1_000_000;

  /** A search must not wait long for what it is compared with. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Rows per task. Up to so many, the result does not depend on the order tasks end in. */
  private static final int ROWS_PER_TASK = 20_000;

  private final SparkSession spark;
  private final Examples train;
  private final Examples dev;
  private final String name;

  LinearModel(SparkSession spark, TrainingData data) {
    this.spark = spark;
    this.train = sample(data.train());
    this.dev = data.dev();
    this.name =
        train.rows() == data.train().rows()
            ? "linear model"
            : "linear model of " + train.rows() + " rows";
  }

  private static Examples sample(Examples train) {
    int most = Math.max(1, MOST_NUMBERS / train.columns());
    if (train.rows() <= most) {
      return train;
    }
    int[] chosen = new Random(1).ints(0, train.rows()).distinct().limit(most).toArray();
    Arrays.sort(chosen);
    return train.rows(chosen);
  }

  /**
   * Fits it and says what it makes of the dev part.
   *
   * @throws IllegalStateException if it would have too many weights, takes too long or fails
   */
  Baseline baseline() {
    long weights = (long) train.columns() * train.targets().outputs();
    if (weights > MOST_WEIGHTS) {
      throw new IllegalStateException(
          "a linear model of %d weights is left out; %d are the most"
              .formatted(weights, MOST_WEIGHTS));
    }
    try (TimeLimit limit = new TimeLimit(spark, PATIENCE)) {
      return fitted(limit);
    }
  }

  /** Spark throws checked exceptions that it does not declare. */
  private Baseline fitted(TimeLimit limit) {
    try {
      Dataset<Row> rows = spark.createDataFrame(rows(), type());
      float[] outputs = train.targets() instanceof Targets.Labels ? classes(rows) : numbers(rows);
      return new Baseline(name, outputs);
    } catch (Exception e) {
      String reason =
          limit.isOver() ? "took more than " + PATIENCE.toMinutes() + " minutes" : "failed: " + e;
      throw new IllegalStateException("the linear model " + reason, e);
    }
  }

  private float[] classes(Dataset<Row> rows) {
    LogisticRegressionModel model =
        new LogisticRegression()
            .setFamily("multinomial")
            .setRegParam(REGULARISATION)
            .setMaxIter(MAX_ITERATIONS)
            .setTol(TOLERANCE)
            // Already standardised; constant features in the training part stay harmless.
            .setStandardization(false)
            .fit(rows);
    int classes = train.targets().outputs();
    float[] probabilities = new float[dev.rows() * classes];
    for (int row = 0; row < dev.rows(); row++) {
      Vector some = model.predictProbability(features(dev, row));
      // The model knows no class beyond the last one that the sample has.
      for (int c = 0; c < some.size(); c++) {
        probabilities[row * classes + c] = (float) some.apply(c);
      }
    }
    return probabilities;
  }

  private float[] numbers(Dataset<Row> rows) {
    LinearRegressionModel model =
        new LinearRegression()
            .setRegParam(REGULARISATION)
            .setMaxIter(MAX_ITERATIONS)
            .setTol(TOLERANCE)
            .setStandardization(false)
            .fit(rows);
    float[] outputs = new float[dev.rows()];
    for (int row = 0; row < outputs.length; row++) {
      outputs[row] = (float) model.predict(features(dev, row));
    }
    return outputs;
  }

  private JavaRDD<Row> rows() {
    List<Examples> slices = new ArrayList<>();
    for (int from = 0; from < train.rows(); from += ROWS_PER_TASK) {
      int to = Math.min(from + ROWS_PER_TASK, train.rows());
      slices.add(train.rows(IntStream.range(from, to).toArray()));
    }
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(slices, slices.size())
        .flatMap(LinearModel::rows);
  }

  private static Iterator<Row> rows(Examples slice) {
    return IntStream.range(0, slice.rows())
        .mapToObj(row -> RowFactory.create(target(slice.targets(), row), features(slice, row)))
        .iterator();
  }

  private static double target(Targets targets, int row) {
    return targets instanceof Targets.Labels labels
        ? labels.classOf()[row]
        : ((Targets.Numbers) targets).scaled()[row];
  }

  private static Vector features(Examples examples, int row) {
    int columns = examples.columns();
    double[] values = new double[columns];
    for (int i = 0; i < columns; i++) {
      values[i] = examples.features()[row * columns + i];
    }
    return Vectors.dense(values);
  }

  private static StructType type() {
    return new StructType()
        .add("label", DataTypes.DoubleType, false)
        .add("features", SQLDataTypes.VectorType(), false);
  }
}
