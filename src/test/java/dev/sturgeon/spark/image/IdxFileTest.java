package dev.sturgeon.spark.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Shape;
import dev.sturgeon.spark.ingest.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdxFileTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark(1);

  /** Two images of 1 x 2 pixels. */
  private static final String TWO = "00000803 00000002 00000001 00000002 ";

  private final Path dir;

  IdxFileTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @ParameterizedTest
  @ValueSource(strings = {"train-images-idx3-ubyte", "train-images.idx3-ubyte.gz"})
  void readsPixelsAndLabelsPackedOrNot(String name) throws IOException {
    Path images = hex(name, TWO + "00 7f 80 ff");
    hex(name.replace("images", "labels").replace("idx3", "idx1"), "00000801 00000002 07 03");

    ImageSet set = new IdxReader(SPARK.session()).labelled(images.toString());

    assertThat(set.shape()).isEqualTo(new Shape(1, 1, 2));
    assertThat(set.pixels()).containsExactly(0, 127, -128, -1);
    assertThat(set.labels()).containsExactly("7", "3");
  }

  @Test
  void readsChannels() throws IOException {
    Path images = hex("x", "00000804 00000001 00000003 00000001 00000002 01 02 03 04 05 06");

    IdxFile file = IdxFile.images(SPARK.session(), images.toString());

    assertThat(file.shape()).isEqualTo(new Shape(3, 1, 2));
    assertThat(file.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-ubyte | '' | ends too early",
        "x-ubyte | 0000 | ends too early",
        "x-ubyte | 00000803 00000002 | ends too early",
        "x-ubyte | 89504e47 0d0a1a0a | starts with 89504e47, which is no IDX file",
        "x-ubyte | 00000809 00000002 | starts with 00000809, which is no IDX file",
        "x-ubyte | 00000d03 00000002 | values of type 0d; only unsigned bytes (08)",
        "x-ubyte | 1f8b0800 00000000 | is packed with gzip; let its name end in .gz",
        "x-ubyte.gz | 00000801 00000001 05 | 1 dimensions (idx1), images have 3 or 4",
        "x-ubyte | 00000803 00000000 00000001 00000002 | dimension 1 is 0; it must be above 0",
        "x-ubyte | 00000803 80000000 00000001 00000002 | dimension 1 is -2147483648",
        "x-ubyte | 00000803 00000002 00000001 00000002 010203 | ends before the 4 values",
        "x.gz | 00000803 00000002 00000001 00000002 010203 | ends before the 4 values",
        "x-ubyte | 00000803 00000002 00000001 00000002 0102030405 | goes on after the 4 values",
        "x-ubyte | 00000803 7fffffff 7fffffff 7fffffff 01 | ends before the",
        "x-ubyte | 00000804 00000001 00000002 00000001 00000001 0102 | images of 2 channels"
      })
  void sayWhatIsWrongWithAFile(String name, String content, String message) throws IOException {
    String path = hex(name, content).toString();
    assertThatThrownBy(() -> IdxFile.images(SPARK.session(), path))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(path + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void refusesWhatOnlyClaimsToBeGzip() throws IOException {
    Path plain = Files.writeString(dir.resolve("train-images-idx3-ubyte.gz"), "not packed");
    refused(plain.toString(), "ends in .gz, but it is not gzip or is damaged");
  }

  @Test
  void refusesACutGzip() throws IOException {
    Path whole = hex("images.gz", TWO + "01020304");
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, Arrays.copyOf(bytes, bytes.length - 10));
    refused(whole.toString(), "ends too early");
  }

  @Test
  void refusesLabelsThatAreMissingOrDoNotFit() throws IOException {
    String images = hex("train-images-idx3-ubyte", TWO + "01020304").toString();
    refused(images, "its labels are missing: there is no train-labels-idx1-ubyte beside it");

    hex("train-labels-idx1-ubyte", "00000801 00000003 010203");
    refused(images, "train-labels-idx1-ubyte: holds 3 labels for the 2 images of ");

    hex("train-labels-idx1-ubyte", TWO + "01020304");
    refused(images, "has 3 dimensions (idx3), labels have one (idx1)");
  }

  @Test
  void refusesAPathWithoutSuchFiles() throws IOException {
    refused(dir.resolve("none").toString(), "none: no such file or directory");
    refused(dir.toString(), "holds no train-images-idx3-ubyte, with or without .gz");
    refused(hex("mine.idx", TWO + "01020304").toString(), "does not say where its labels are");
  }

  private void refused(String path, String message) {
    assertThatThrownBy(() -> new IdxReader(SPARK.session()).labelled(path))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message);
  }

  private Path hex(String name, String digits) throws IOException {
    byte[] content = HexFormat.of().parseHex(digits.replace(" ", ""));
    return DigitImages.write(dir.resolve(name), content);
  }
}
