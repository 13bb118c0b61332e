package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.SplitRule.Part;
import dev.sturgeon.data.Targets;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.trial.Task;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/** A study's data, ready: the arrays to search on and all that was decided on the way there. */
public final class Ingested {
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

  /** The train and dev parts, preprocessed. */
  public TrainingData data() {
    return data;
  }

  /** What to keep, so that the same data are read in the same way again. */
  public Frozen frozen() {
    return new Frozen(source.split().rule(), source.schema());
  }

  /** Things a person should know: columns left out, rows dropped. One sentence or two each. */
  public List<String> warnings() {
    return warnings;
  }

  /** How many rows there are of what. */
  public RowCounts counts() {
    return counts;
  }

  /**
   * The share of the largest class in the training part: the accuracy of always saying it; 0 for
   * numbers.
   */
  public double largestClassShare() {
    return data.train().targets() instanceof Targets.Labels labels
        ? (double) Arrays.stream(labels.counts()).max().orElse(0) / labels.rows()
        : 0;
  }

  /** A hash of all rows used, whatever their order: 32 hexadecimal digits. */
  public String contentHash() {
    return source.contentHash();
  }

  /**
   * The test part, preprocessed. Reads the data again, in one Spark job: call it when the search is
   * over.
   *
   * @throws IllegalStateException if the test share is 0 or no row falls into it
   */
  public Examples test() {
    if (counts.test() == 0) {
      throw new IllegalStateException("there is no row in the test part");
    }
    RawExamples test = new RawExamples(source.collect(EnumSet.of(Part.TEST)), Part.TEST);
    return encoding.encode(test, targets);
  }

  /** The fitted preprocessing, for saving beside the network. */
  public Preprocessing preprocessing() {
    return new Preprocessing(
        PreprocessingFile.of(source, data.train().columns(), targets.scale()),
        new FittedPipeline(source.schema(), encoding).model());
  }
}
