package dev.sturgeon.spark.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Shape;
import dev.sturgeon.data.Source;
import dev.sturgeon.spark.ingest.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class FolderIngestionTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(2);

  private final Path dir;

  FolderIngestionTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void aFolderIsTheSameAsAnIdxFileOfTheSameImages() throws IOException {
    DigitImages.folder(dir.resolve("png"), 0, 200);
    DigitImages.idx(dir.resolve("idx"), "train", DigitImages.digits(0, 200), "");
    IngestedImages folder = ingest(folder(dir.resolve("png"), new Shape(1, 8, 8)));
    IngestedImages idx =
        ingest(
            new Source.Images(
                "idx", dev.sturgeon.data.Files.of(dir.resolve("idx").toString()), null));

    assertThat(folder.classes()).hasSize(10).startsWith("digit 0", "digit 1");
    assertThat(folder.frozen().scale()).isEqualTo(idx.frozen().scale());
    assertThat(folder.data().train().features()).isEqualTo(idx.data().train().features());
    assertThat(folder.test().features()).isEqualTo(idx.test().features());
  }

  @Test
  void imagesAreScaledAndWhatIsNoImageIsSaid() throws IOException {
    DigitImages.folder(dir, 0, 100);
    Files.writeString(dir.resolve("digit 0/notes.txt"), "mine");
    Files.writeString(dir.resolve(".hidden"), "not mine");
    IngestedImages images = ingest(folder(dir, new Shape(3, 5, 4)));

    assertThat(images.data().shape()).isEqualTo(new Shape(3, 5, 4));
    assertThat(images.counts().read()).isEqualTo(100);
    assertThat(images.preprocessing().scale().mean()).hasSize(3);
    assertThat(images.warnings()).singleElement().asString().contains("1 files or directories");
  }

  @Test
  void badFilesAreRefusedWithTheirNumberAndTheFirst() throws IOException {
    DigitImages.folder(dir, 0, 100);
    Files.writeString(dir.resolve("digit 4/broken.png"), "no image");
    Files.writeString(dir.resolve("digit 7/broken.JPG"), "");
    assertThatThrownBy(() -> ingest(folder(dir, new Shape(1, 8, 8))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(
            "2 of 102 images cannot be used; digit 4/broken.png: is no PNG or JPEG image");
  }

  @Test
  void foldersWithoutImagesAreRefused() throws IOException {
    refused(dir.resolve("none"), "none: no such directory");
    refused(dir, "holds no directory with PNG or JPEG files");
    DigitImages.folder(dir, 0, 100);
    Files.createDirectory(dir.resolve("empty"));
    refused(dir, "empty: holds no PNG or JPEG file; fill or remove the directory");
  }

  @Test
  void preprocessingIsOpenedAgain() throws IOException {
    DigitImages.folder(dir, 0, 100);
    ImagePreprocessing fitted = ingest(folder(dir, new Shape(1, 8, 8))).preprocessing();
    String place = dir.resolve("saved here").toString();

    assertThat(ImagePreprocessing.isIn(SPARK.session(), place)).isFalse();
    fitted.save(SPARK.session(), place);
    assertThat(ImagePreprocessing.isIn(SPARK.session(), place)).isTrue();
    assertThat(ImagePreprocessing.load(SPARK.session(), place)).isEqualTo(fitted);

    Path file = dir.resolve("saved here/images.json");
    Files.writeString(file, Files.readString(file).replace("\"version\" : 1", "\"version\" : 2"));
    assertThatThrownBy(() -> ImagePreprocessing.load(SPARK.session(), place))
        .hasMessageContaining("written by a newer Sturgeon (format 2");
    Files.writeString(file, "{}");
    assertThatThrownBy(() -> ImagePreprocessing.load(SPARK.session(), place))
        .hasMessageContaining("is not a preprocessing description");
  }

  @Test
  void aScaleByHand() {
    // Two images of two channels of one pixel: 0 and 255; 51 and 51.
    byte[] pixels = {0, 51, (byte) 255, 51};
    Shape shape = new Shape(2, 1, 1);
    PixelScale scale =
        PixelScale.fit(new ImageSet("x", shape, pixels, new String[] {"a", "b"}), new int[] {0, 1});

    assertThat(scale).isEqualTo(new PixelScale(List.of(0.5, 0.2), List.of(0.5, 1.0)));
    assertThat(scale.apply(shape, pixels, new int[] {1, 0})).containsExactly(1, 0, -1, 0);
  }

  private static void refused(Path path, String message) {
    assertThatThrownBy(() -> ingest(folder(path, new Shape(1, 8, 8))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message);
  }

  private static Source.Images folder(Path path, Shape shape) {
    return new Source.Images("images", dev.sturgeon.data.Files.of(path.toString()), shape);
  }

  private static IngestedImages ingest(Source.Images source) {
    return new ImageIngestion(SPARK.session()).ingest(DataSpec.of(source), source, 1, null);
  }
}
