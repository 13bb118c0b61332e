package dev.sturgeon.spark.score;

import dev.sturgeon.spark.ingest.FeatureFrame;
import dev.sturgeon.train.Predictor;
import dev.sturgeon.train.PredictorFactory;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.TaskCompletionListener;

/** Puts a network's rows through it on the executors: one open network per task, in batches. */
final class NetworkTask implements Serializable {
  private static final int BATCH = 1024;

  private final Broadcast<byte[]> model;
  private final PredictorFactory factory;
  private final int columns;
  private final int outputs;

  private NetworkTask(Broadcast<byte[]> model, PredictorFactory factory, int columns, int outputs) {
    this.model = model;
    this.factory = factory;
    this.columns = columns;
    this.outputs = outputs;
  }

  /** The frame's rows, scored, in its order. Evaluated when it is used. */
  static JavaRDD<ScoredRow> score(
      SparkSession spark, FeatureFrame frame, Network network, int columns, int outputs) {
    Broadcast<byte[]> model =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(network.model());
    NetworkTask task = new NetworkTask(model, network.factory(), columns, outputs);
    return frame.rows().toJavaRDD().mapPartitions(task::run);
  }

  private Iterator<ScoredRow> run(Iterator<Row> rows) {
    if (!rows.hasNext()) {
      return List.<ScoredRow>of().iterator();
    }
    Predictor predictor = factory.open(model.value());
    TaskContext.get()
        .addTaskCompletionListener((TaskCompletionListener) context -> predictor.close());
    return new Batches(rows, predictor);
  }

  /** Reads ahead one batch at a time. */
  private final class Batches implements Iterator<ScoredRow> {
    private final Iterator<Row> rows;
    private final Predictor predictor;
    private final Queue<ScoredRow> ready = new ArrayDeque<>();

    Batches(Iterator<Row> rows, Predictor predictor) {
      this.rows = rows;
      this.predictor = predictor;
    }

    @Override
    public boolean hasNext() {
      return !ready.isEmpty() || rows.hasNext();
    }

    @Override
    public ScoredRow next() {
      if (ready.isEmpty()) {
        fill();
      }
      ScoredRow row = ready.poll();
      if (row == null) {
        throw new NoSuchElementException();
      }
      return row;
    }

    private void fill() {
      List<Row> batch = new ArrayList<>();
      while (batch.size() < BATCH && rows.hasNext()) {
        batch.add(rows.next());
      }
      float[] features = new float[batch.size() * columns];
      for (int i = 0; i < batch.size(); i++) {
        Vector vector = batch.get(i).getAs(FeatureFrame.FEATURES);
        for (int j = 0; j < columns; j++) {
          features[i * columns + j] = (float) vector.apply(j);
        }
      }
      float[] said = predictor.outputs(features, batch.size());
      for (int i = 0; i < batch.size(); i++) {
        Row row = batch.get(i);
        ready.add(
            new ScoredRow(
                row.getAs(FeatureFrame.LABEL),
                row.getList(row.fieldIndex(FeatureFrame.KEPT)),
                Arrays.copyOfRange(said, i * outputs, (i + 1) * outputs)));
      }
    }
  }
}
