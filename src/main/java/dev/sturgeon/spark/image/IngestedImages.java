package dev.sturgeon.spark.image;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.spark.ingest.RowCounts;
import dev.sturgeon.spark.ingest.StudyData;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Images, ready. The test part is kept as bytes. */
public final class IngestedImages implements StudyData {
  private final TrainingData data;
  private final FrozenImages frozen;
  private final ImagePart test;
  private final RowCounts counts;
  private final String contentHash;
  private final List<String> warnings;

  private IngestedImages(
      TrainingData data, FrozenImages frozen, ImageSplit split, List<String> warnings) {
    this.data = data;
    this.frozen = frozen;
    this.test = split.test().detached();
    this.counts = split.counts();
    this.contentHash = split.contentHash();
    this.warnings = List.copyOf(warnings);
  }

  static IngestedImages of(
      ImageSplit split, FrozenImages frozen, long seed, List<String> warnings) {
    TrainingData data =
        TrainingData.of(split.train().examples(frozen), split.dev().examples(frozen), seed);
    return new IngestedImages(data, frozen, split, warnings);
  }

  @Override
  public TrainingData data() {
    return data;
  }

  /** What to keep, so that the same images are read in the same way again. */
  public FrozenImages frozen() {
    return frozen;
  }

  @Override
  public String frozenJson() {
    return frozen.toJson();
  }

  @Override
  public List<String> classes() {
    return frozen.classes();
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
    return contentHash;
  }

  @Override
  public Examples test() {
    if (test.size() == 0) {
      throw new IllegalStateException("there is no image in the test part");
    }
    return test.examples(frozen);
  }

  /** The fitted preprocessing, for new images. */
  public ImagePreprocessing preprocessing() {
    return new ImagePreprocessing(data.shape(), frozen.scale(), frozen.classes());
  }

  @Override
  public void savePreprocessing(SparkSession spark, String directory) throws IOException {
    preprocessing().save(spark, directory);
  }
}
