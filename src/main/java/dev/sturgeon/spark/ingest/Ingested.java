package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.SplitRule.Part;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.trial.Task;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** A table, ready. */
public final class Ingested implements StudyData {
  private final IngestedTable source;
  private final FeatureEncoding encoding;
  private final TargetEncoding targets;
  private final TrainingData data;
  private final RowCounts counts;
  private final List<String> warnings;

  private Ingested(
      IngestedTable source,
      FeatureEncoding encoding,
      TargetEncoding targets,
      TrainingData data,
      RowCounts counts,
      List<String> warnings) {
    this.source = source;
    this.encoding = encoding;
    this.targets = targets;
    this.data = data;
    this.counts = counts;
    this.warnings = List.copyOf(warnings);
  }

  static Ingested collect(IngestedTable source, Task task, long seed, List<String> warnings) {
    RowCounts counts = PartCheck.of(source, warnings);
    List<ValueChunk> chunks = source.collect(EnumSet.of(Part.TRAIN, Part.DEV));
    RawExamples train = new RawExamples(chunks, Part.TRAIN);
    FeatureEncoding encoding = FeatureEncoding.fit(source.schema(), train);
    TargetEncoding targets = TargetEncoding.fit(task, source, train);
    TrainingData data =
        TrainingData.of(
            encoding.encode(train, targets),
            encoding.encode(new RawExamples(chunks, Part.DEV), targets),
            seed);
    return new Ingested(source, encoding, targets, data, counts, warnings);
  }

  @Override
  public TrainingData data() {
    return data;
  }

  /** What to keep, so that the same data are read in the same way again. */
  public Frozen frozen() {
    return new Frozen(source.split().rule(), source.schema());
  }

  @Override
  public String frozenJson() {
    return frozen().toJson();
  }

  @Override
  public List<String> classes() {
    return source.schema().classes();
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public RowCounts counts() {
    return counts;
  }

  @Override
  public String contentHash() {
    return source.contentHash();
  }

  /** Reads the data again, in one Spark job. */
  @Override
  public Examples test() {
    if (counts.test() == 0) {
      throw new IllegalStateException("there is no row in the test part");
    }
    RawExamples test = new RawExamples(source.collect(EnumSet.of(Part.TEST)), Part.TEST);
    return encoding.encode(test, targets);
  }

  @Override
  public void savePreprocessing(SparkSession spark, String directory) throws IOException {
    preprocessing().save(spark, directory);
  }

  /** The fitted preprocessing, for saving beside the network. */
  public Preprocessing preprocessing() {
    return new Preprocessing(
        PreprocessingFile.of(source, data.train().columns(), targets.scale()),
        new FittedPipeline(source.schema(), encoding).model());
  }
}
