package dev.sturgeon.spark.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Examples;
import dev.sturgeon.data.Files;
import dev.sturgeon.data.Shape;
import dev.sturgeon.data.Source;
import dev.sturgeon.spark.image.DigitImages.Digit;
import dev.sturgeon.spark.ingest.LocalSpark;
import dev.sturgeon.train.SyntheticData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class ImageIngestionTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(2);

  private final Path dir;

  ImageIngestionTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void aDirectoryOfMnistIsSplitAndItsTestFileIsTheTestPart() throws IOException {
    DigitImages.mnist(dir);
    IngestedImages images = ingest(idx(Files.of(dir.toString()), 1), null);

    assertThat(images.counts().read()).isEqualTo(1797);
    assertThat(images.counts().test()).isEqualTo(297);
    // 15 % of each class, rounded down.
    assertThat(images.counts().dev()).isBetween(215L, 225L);
    assertThat(images.data().shape()).isEqualTo(new Shape(1, 8, 8));
    assertThat(images.classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertThat(images.warnings())
        .singleElement()
        .asString()
        .endsWith("t10k-images-idx3-ubyte.gz: is the test part, whatever data.split.test says");
    assertStandardised(images.data().train().features());
    assertDisjoint(images.data().train(), images.data().dev(), images.test());
    assertThat(SyntheticData.labels(images.test()).counts())
        .isEqualTo(count(DigitImages.digits(1500, 1797)));
  }

  @Test
  void theOrderOfTheImagesDoesNotMatterAndWhatWasFrozenIsKept() throws IOException {
    List<Digit> digits = new ArrayList<>(DigitImages.digits(0, 300));
    Path one = dir.resolve("one");
    DigitImages.idx(one, "train", digits, "");
    Collections.shuffle(digits, new Random(1));
    Path other = dir.resolve("other");
    DigitImages.idx(other, "train", digits, ".gz");

    IngestedImages first = ingest(idx(Files.of(one.toString()), 1), null);
    FrozenImages frozen = FrozenImages.fromJson(first.frozenJson());
    IngestedImages again = ingest(idx(Files.of(other.toString()), 1), frozen);

    assertThat(frozen).isEqualTo(first.frozen());
    assertThat(again.frozen()).isEqualTo(first.frozen());
    assertThat(again.contentHash()).isEqualTo(first.contentHash());
    assertThat(again.data().train().features()).isEqualTo(first.data().train().features());
    assertThat(again.data().probe().features()).isEqualTo(first.data().probe().features());
    assertThat(again.test().features()).isEqualTo(first.test().features());
    assertThat(first.counts().test()).isPositive();
  }

  @Test
  void inAnotherStudyOfMoreImagesThoseThatWereThereKeepTheirPart() throws IOException {
    Path one = dir.resolve("one");
    Path other = dir.resolve("other");
    DigitImages.idx(one, "train", DigitImages.digits(0, 500), "");
    DigitImages.idx(other, "train", DigitImages.digits(0, 900), "");

    IngestedImages first = ingest(idx(Files.of(one.toString()), 1), null);
    DataSpec more = idx(Files.of(other.toString()), 1);
    IngestedImages next =
        new ImageIngestion(SPARK.session())
            .ingestLike(more, (Source.Images) more.source(), 2, first.frozen().rule());

    assertThat(next.frozen().rule()).isEqualTo(first.frozen().rule());
    assertThat(next.counts().train()).isGreaterThan(first.counts().train());
    assertThat(next.frozen().scale()).as("its own").isNotEqualTo(first.frozen().scale());
    assertThat(ingest(more, null).frozen().rule()).isNotEqualTo(first.frozen().rule());
  }

  @Test
  void ownPartsAreUsedWholeAndAWarningSaysWhatWasTrainedOn() throws IOException {
    DigitImages.idx(dir, "train", DigitImages.digits(0, 300), "");
    DigitImages.idx(dir, "mydev", DigitImages.digits(290, 400), "");
    DigitImages.idx(dir.resolve("held"), "t10k", DigitImages.digits(400, 500), "");
    Files files =
        new Files(
            dir.resolve("train-images-idx3-ubyte").toString(),
            dir.resolve("mydev-images-idx3-ubyte").toString(),
            dir.resolve("held").toString());
    IngestedImages images = ingest(idx(files, 1), null);

    assertThat(images.counts().train()).isEqualTo(300);
    assertThat(images.counts().dev()).isEqualTo(110);
    assertThat(images.counts().test()).isEqualTo(100);
    assertThat(images.warnings())
        .singleElement()
        .asString()
        .contains("mydev-images-idx3-ubyte: 10 of its 110 images are in the training part too");
  }

  @Test
  void anImageThatMovesToAnotherPartUnderAnotherLabelIsOtherData() throws IOException {
    byte[] one = DigitImages.digits(400, 401).get(0).pixels();
    byte[] other = DigitImages.digits(401, 402).get(0).pixels();

    assertThat(contentHash("a", one, other)).isNotEqualTo(contentHash("b", other, one));
  }

  /** Of data with one image as a 1 to train on and another as a 0 in the dev part. */
  private String contentHash(String name, byte[] trained, byte[] held) throws IOException {
    Path place = dir.resolve(name);
    List<Digit> train = new ArrayList<>(DigitImages.digits(0, 300));
    train.add(new Digit(trained, 1));
    List<Digit> dev = new ArrayList<>(DigitImages.digits(300, 400));
    dev.add(new Digit(held, 0));
    DigitImages.idx(place, "train", train, "");
    DigitImages.idx(place, "mydev", dev, "");
    String ownDev = place.resolve("mydev-images-idx3-ubyte").toString();
    return ingest(idx(new Files(place.toString(), ownDev, null), 1), null).contentHash();
  }

  @Test
  void aSampleIsTheSameShareOfEachClass() throws IOException {
    DigitImages.mnist(dir);
    IngestedImages images = ingest(idx(Files.of(dir.toString()), 0.5), null);

    assertThat(images.counts().train() + images.counts().dev()).isBetween(745L, 750L);
    assertThat(images.counts().test()).isEqualTo(297);
    assertThatThrownBy(() -> ingest(idx(Files.of(dir.toString()), 0.001), null))
        .hasMessageContaining("data.sample 0.001 leaves no image of class '");
  }

  @Test
  void equalImagesStayTogetherWhateverTheirLabels() throws IOException {
    List<Digit> digits = new ArrayList<>(DigitImages.digits(0, 200));
    DigitImages.digits(0, 200)
        .forEach(digit -> digits.add(new Digit(digit.pixels(), (digit.digit() + 1) % 10)));
    DigitImages.idx(dir, "train", digits, "");
    IngestedImages images = ingest(idx(Files.of(dir.toString()), 1), null);

    assertThat(images.counts().read()).isEqualTo(400);
    assertDisjoint(images.data().train(), images.data().dev(), images.test());
  }

  @Test
  void partsOfOtherSizesOrClassesAreRefused() throws IOException {
    DigitImages.idx(dir, "train", List.copyOf(DigitImages.digits(0, 100)), "");
    byte[] small = DigitImages.idx(new byte[6], 1, 2, 3);
    DigitImages.write(dir.resolve("t10k-images-idx3-ubyte"), small);
    DigitImages.write(dir.resolve("t10k-labels-idx1-ubyte"), DigitImages.idx(new byte[1], 1));
    refused("its images are 1 x 2 x 3, those of ", "are 1 x 8 x 8; all must be of one size");

    DigitImages.idx(dir, "t10k", List.of(new Digit(new byte[64], 12)), "");
    refused("t10k-images-idx3-ubyte: the label '12' is none of the training part's: 0, 1, 2");
  }

  private void refused(String... messages) {
    assertThatThrownBy(() -> ingest(idx(Files.of(dir.toString()), 1), null))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(messages);
  }

  private static DataSpec idx(Files files, double sample) {
    return new DataSpec(new Source.Images("idx", files, null), sample, 0.15, 0.15);
  }

  private static IngestedImages ingest(DataSpec spec, @Nullable FrozenImages frozen) {
    return new ImageIngestion(SPARK.session())
        .ingest(spec, (Source.Images) spec.source(), 1, frozen);
  }

  private static int[] count(List<Digit> digits) {
    int[] counts = new int[10];
    digits.forEach(digit -> counts[digit.digit()]++);
    return counts;
  }

  private static void assertStandardised(float[] features) {
    double mean = 0;
    double squares = 0;
    for (float feature : features) {
      mean += feature / features.length;
      squares += (double) feature * feature / features.length;
    }
    assertThat(mean).isCloseTo(0, within(1e-5));
    assertThat(squares).isCloseTo(1, within(1e-5));
  }

  private static void assertDisjoint(Examples... parts) {
    Set<List<Float>> seen = new HashSet<>();
    for (Examples part : parts) {
      Set<List<Float>> mine = new HashSet<>();
      for (int row = 0; row < part.rows(); row++) {
        List<Float> image = new ArrayList<>();
        for (float pixel :
            Arrays.copyOfRange(part.features(), row * part.columns(), (row + 1) * part.columns())) {
          image.add(pixel);
        }
        mine.add(image);
      }
      assertThat(seen).doesNotContainAnyElementsOf(mine);
      seen.addAll(mine);
    }
  }
}
