package dev.sturgeon.spark.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Shape;
import dev.sturgeon.data.Targets;
import dev.sturgeon.spark.image.ImagePreprocessing;
import dev.sturgeon.spark.image.PixelScale;
import dev.sturgeon.spark.ingest.LocalSpark;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class ImageScoringTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(2);

  private final Path dir;

  ImageScoringTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void predictsAnIdxFileByPosition() throws IOException {
    String input = idx("images", "00000803 00000003 00000001 00000002 00ff ff00 00ff");
    assertThat(scorer().predict(input, out(), List.of())).isEmpty();
    assertThat(Files.readString(Path.of(out())))
        .isEqualTo(
            """
            image,prediction,probability_0,probability_1
            0,0,1.0,0.0
            1,1,0.25,0.75
            2,0,1.0,0.0
            """);
  }

  @Test
  void predictsAFolderByFileNameWithOrWithoutClasses() throws IOException {
    png("loose/b, c.png", 255, 0);
    png("loose/0/a.png", 0, 255);
    png("loose/new/d.png", 255, 0);
    scorer().predict(dir.resolve("loose").toString(), out(), List.of());
    assertThat(Files.readString(Path.of(out())))
        .isEqualTo(
            """
            image,prediction,probability_0,probability_1
            0/a.png,0,1.0,0.0
            "b, c.png",1,0.25,0.75
            new/d.png,1,0.25,0.75
            """);
  }

  @Test
  void evaluatesLabelledImages() throws IOException {
    String images = idx("x-images-idx3-ubyte", "00000803 00000002 00000001 00000002 00ff ff00");
    idx("x-labels-idx1-ubyte", "00000801 00000002 0101");
    assertEvaluated(scorer().evaluate(images), 1, 1);

    png("folder/0/a.png", 0, 255);
    png("folder/1/b.png", 255, 0);
    assertEvaluated(scorer().evaluate(dir.resolve("folder").toString()), 0, 1);
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    String images = idx("x-images-idx3-ubyte", "00000803 00000001 00000001 00000002 00ff");
    idx("x-labels-idx1-ubyte", "00000801 00000001 07");
    assertThatThrownBy(() -> scorer().evaluate(images))
        .hasMessageContaining("the label '7' is none of the network's: 0, 1");
    assertThatThrownBy(() -> scorer().predict(images, out(), List.of("colour")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("images have no columns to keep (colour)");

    String wide = idx("wide", "00000803 00000001 00000001 00000003 00ff00");
    assertThatThrownBy(() -> scorer().predict(wide, out(), List.of()))
        .hasMessageContaining("its images are 1 x 1 x 3, the network was trained on 1 x 1 x 2");

    png("other/fish/a.png", 0, 255);
    String other = dir.resolve("other").toString();
    assertThatThrownBy(() -> scorer().evaluate(other))
        .hasMessageContaining("the label 'fish' is none of the network's");
    Files.writeString(dir.resolve("other/fish/b.png"), "text");
    assertThatThrownBy(() -> scorer().predict(other, out(), List.of()))
        .hasMessageContaining("1 of 2 images cannot be used; fish/b.png");
    String missing = dir.resolve("none").toString();
    assertThatThrownBy(() -> scorer().predict(missing, out(), List.of()))
        .hasMessageContaining("none: no such file or directory");
  }

  private static void assertEvaluated(Evaluated evaluated, int... classOf) {
    assertThat(evaluated.outputs()).containsExactly(1, 0, 0.25f, 0.75f);
    assertThat(((Targets.Labels) evaluated.targets()).classOf()).containsExactly(classOf);
  }

  /** Sure of class 0 where the right one of two pixels is light. */
  private static Scorer scorer() {
    return new ImageScoring(
        SPARK.session(),
        new ImagePreprocessing(
            new Shape(1, 1, 2), new PixelScale(List.of(0.5), List.of(0.5)), List.of("0", "1")),
        new Network(new byte[] {1}, new SizeRule(2)));
  }

  private String out() {
    return dir.resolve("scored.csv").toString();
  }

  private String idx(String name, String content) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(content.replace(" ", ""));
    return Files.write(dir.resolve(name), bytes).toString();
  }

  private void png(String name, int left, int right) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(0, 0, 0, left);
    image.getRaster().setSample(1, 0, 0, right);
    ImageIO.write(image, "png", file.toFile());
  }
}
