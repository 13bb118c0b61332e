package dev.sturgeon.spark.score;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.Targets;
import dev.sturgeon.data.TrainingData;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The simple models every network is compared with, fitted to the same training part. */
public final class Baselines {
  /** Enough to converge on standardised features; more data need it less. */
  private static final double REGULARISATION = 1e-3;

  private static final int MAX_ITERATIONS = 100;

  /** Past this the digits gain no right answer, and each iteration is a Spark job. */
  private static final double TOLERANCE = 1e-4;

  /** Rows per task. Up to so many, the result does not depend on the order tasks end in. */
  private static final int ROWS_PER_TASK = 20_000;

  private Baselines() {}

  /** Always the shares of the classes in the training part, so always the largest class. */
  public static Baseline majorityClass(TrainingData data) {
    int[] counts = labels(data.train()).counts();
    float[] probabilities = new float[data.dev().rows() * counts.length];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = (float) counts[i % counts.length] / data.train().rows();
    }
    return new Baseline("majority class", probabilities);
  }

  /** MLlib's multinomial logistic regression. Fitted on Spark: some seconds for small data. */
  public static Baseline linearModel(SparkSession spark, TrainingData data) {
    LogisticRegressionModel model =
        new LogisticRegression()
            .setFamily("multinomial")
            .setRegParam(REGULARISATION)
            .setMaxIter(MAX_ITERATIONS)
            .setTol(TOLERANCE)
            // Already standardised; constant features in the training part stay harmless.
            .setStandardization(false)
            .fit(spark.createDataFrame(rows(spark, data.train()), type()));
    Examples dev = data.dev();
    int classes = data.outputs();
    float[] probabilities = new float[dev.rows() * classes];
    for (int row = 0; row < dev.rows(); row++) {
      Vector some = model.predictProbability(features(dev.features(), row, dev.columns()));
      for (int c = 0; c < classes; c++) {
        probabilities[row * classes + c] = (float) some.apply(c);
      }
    }
    return new Baseline("linear model", probabilities);
  }

  private static JavaRDD<Row> rows(SparkSession spark, Examples examples) {
    List<Examples> slices = new ArrayList<>();
    for (int from = 0; from < examples.rows(); from += ROWS_PER_TASK) {
      int to = Math.min(from + ROWS_PER_TASK, examples.rows());
      slices.add(examples.rows(IntStream.range(from, to).toArray()));
    }
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(slices, slices.size())
        .flatMap(Baselines::rows);
  }

  private static Iterator<Row> rows(Examples slice) {
    return IntStream.range(0, slice.rows())
        .mapToObj(
            row ->
                RowFactory.create(
                    (double) labels(slice).classOf()[row],
                    features(slice.features(), row, slice.columns())))
        .iterator();
  }

  private static Vector features(float[] features, int row, int columns) {
    double[] values = new double[columns];
    for (int i = 0; i < columns; i++) {
      values[i] = features[row * columns + i];
    }
    return Vectors.dense(values);
  }

  private static Targets.Labels labels(Examples examples) {
    return (Targets.Labels) examples.targets();
  }

  private static StructType type() {
    return new StructType()
        .add("label", DataTypes.DoubleType, false)
        .add("features", SQLDataTypes.VectorType(), false);
  }
}
