package dev.sturgeon.spark.image;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.RowHash;
import dev.sturgeon.data.Source;
import dev.sturgeon.data.Split;
import dev.sturgeon.data.SplitRule;
import dev.sturgeon.data.SplitRule.Part;
import dev.sturgeon.spark.ingest.ClassNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads a study's images: splits them by what their pixels are, so that equal images are never in
 * two parts of a split, and standardises them by what the training part says.
 *
 * <p>They stay bytes until the end. The result depends on the images alone, not on their order or
 * the parallelism.
 */
public final class ImageIngestion {
  /** Makes the hashes that choose the sample others than those that choose the parts. */
  private static final long SAMPLING = 0x73616d706c65L;

  private final SparkSession spark;

  /** Reads with this session. */
  public ImageIngestion(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Reads images.
   *
   * @param spec which and how to split them; shares of parts that have files of their own are not
   *     looked at
   * @param source where they are
   * @param seed the study's seed: sample, split and probe come from it
   * @param frozen what was fixed when they were first read; null for the first time
   * @throws DataException if they cannot be used
   */
  public IngestedImages ingest(
      DataSpec spec, Source.Images source, long seed, @Nullable FrozenImages frozen) {
    return ingest(spec, source, seed, frozen == null ? null : frozen.rule(), frozen);
  }

  /**
   * Reads other images than before, of which those that were there keep their part.
   *
   * @param before how those were split
   * @throws DataException if they cannot be used
   */
  public IngestedImages ingestLike(
      DataSpec spec, Source.Images source, long seed, SplitRule before) {
    return ingest(spec, source, seed, before, null);
  }

  private IngestedImages ingest(
      DataSpec spec,
      Source.Images source,
      long seed,
      @Nullable SplitRule before,
      @Nullable FrozenImages frozen) {
    List<String> warnings = new ArrayList<>();
    ImageParts parts = read(source, warnings);
    ImageSet main = sample(parts.main(), spec.sample(), seed);
    long splitSeed = before == null ? seed : before.seed();
    long[] hashes = main.hashes(splitSeed);
    Map<String, long[]> byLabel = main.byLabel(hashes);
    List<String> classes = frozen == null ? ClassNames.of(main.name(), byLabel) : frozen.classes();
    SplitRule rule =
        before == null
            ? SplitRule.stratified(
                seed,
                parts.dev() == null ? spec.dev() : 0,
                parts.test() == null ? spec.test() : 0,
                byLabel)
            : before;
    Split split = Split.of(rule, main.labels(), hashes);
    ImageSplit all =
        new ImageSplit(
            ImagePart.of(main, hashes, split, Part.TRAIN),
            parts.dev() == null
                ? ImagePart.of(main, hashes, split, Part.DEV)
                : ImagePart.all(parts.dev(), splitSeed),
            parts.test() == null
                ? ImagePart.of(main, hashes, split, Part.TEST)
                : ImagePart.all(parts.test(), splitSeed));
    warnings.addAll(all.check(classes));
    PixelScale scale = frozen == null ? PixelScale.fit(main, all.train().rows()) : frozen.scale();
    return IngestedImages.of(all, new FrozenImages(rule, classes, scale), seed, warnings);
  }

  private ImageParts read(Source.Images source, List<String> warnings) {
    return source.format().equals("idx")
        ? new IdxReader(spark).read(source.files(), warnings)
        : new FolderReader(spark, Objects.requireNonNull(source.size()))
            .read(source.files(), warnings);
  }

  /** The same share of each class, rounded down; equal images are all in it or none. */
  private static ImageSet sample(ImageSet images, double share, long seed) {
    if (share == 1) {
      return images;
    }
    long[] hashes = images.hashes(RowHash.mix(seed ^ SAMPLING));
    Map<String, long[]> byLabel = images.byLabel(hashes);
    SplitRule rule = SplitRule.stratified(seed, share, 0, byLabel);
    ImageSet sample =
        images.rows(
            IntStream.range(0, images.rows())
                .filter(row -> rule.part(images.labels()[row], hashes[row]) == Part.DEV)
                .toArray());
    List<String> kept = List.of(sample.labels());
    byLabel.keySet().stream()
        .filter(label -> !kept.contains(label))
        .findFirst()
        .ifPresent(
            label -> {
              throw new DataException(
                  "%s: data.sample %s leaves no image of class '%s'; use more of them"
                      .formatted(images.name(), share, label));
            });
    return sample;
  }
}
