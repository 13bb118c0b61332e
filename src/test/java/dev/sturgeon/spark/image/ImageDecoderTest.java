package dev.sturgeon.spark.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageDecoderTest {
  private static final ImageDecoder GREY = new ImageDecoder(new Shape(1, 1, 2));
  private static final ImageDecoder COLOUR = new ImageDecoder(new Shape(3, 1, 2));

  @Test
  void greyKeepsItsValues() throws IOException {
    byte[] png = png(BufferedImage.TYPE_BYTE_GRAY, 100, 200);
    assertThat(GREY.decode(png)).containsExactly(100, (byte) 200);
    assertThat(COLOUR.decode(png))
        .containsExactly(100, (byte) 200, 100, (byte) 200, 100, (byte) 200);
  }

  @Test
  void greyOfSixteenBitsIsScaledToEight() throws IOException {
    assertThat(GREY.decode(png(BufferedImage.TYPE_USHORT_GRAY, 100 * 257, 65535)))
        .containsExactly(100, (byte) 255);
  }

  @Test
  void blackAndWhite() throws IOException {
    assertThat(GREY.decode(png(BufferedImage.TYPE_BYTE_BINARY, 0, 1)))
        .containsExactly(0, (byte) 255);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB})
  void colourLiesChannelByChannel(int type) throws IOException {
    byte[] png = rgb(type, 0xff0a141e, 0x8028323c);
    assertThat(COLOUR.decode(png)).containsExactly(10, 40, 20, 50, 30, 60);
    // 0.299 * 10 + 0.587 * 20 + 0.114 * 30 = 18.15
    assertThat(GREY.decode(png)).containsExactly(18, 48);
  }

  @Test
  void jpegIsReadToo() throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    byte[] light = new byte[256];
    Arrays.fill(light, (byte) 180);
    image.getRaster().setDataElements(0, 0, 16, 16, light);
    for (byte pixel : GREY.decode(file(image, "jpg"))) {
      assertThat(Byte.toUnsignedInt(pixel)).isBetween(178, 182);
    }
  }

  @Test
  void whatIsNoImageIsRefused() throws IOException {
    assertThatThrownBy(() -> GREY.decode(new byte[0])).hasMessage("is no PNG or JPEG image");
    assertThatThrownBy(() -> GREY.decode("<svg/>".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("is no PNG or JPEG image");
    byte[] png = png(BufferedImage.TYPE_BYTE_GRAY, 1, 2);
    // The first pixels begin at byte 41.
    for (int length = 1; length <= 41; length++) {
      byte[] cut = Arrays.copyOf(png, length);
      assertThatThrownBy(() -> GREY.decode(cut)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatIsTooLargeIsRefusedUnread() throws IOException {
    byte[] png = png(BufferedImage.TYPE_BYTE_GRAY, 1, 2);
    // The header's width and height begin at byte 16.
    png[17] = 1;
    png[21] = 1;
    assertThatThrownBy(() -> GREY.decode(png)).hasMessageContaining("pixels; at most 100000000");
  }

  private static byte[] png(int type, int left, int right) throws IOException {
    BufferedImage image = new BufferedImage(2, 1, type);
    image.getRaster().setSample(0, 0, 0, left);
    image.getRaster().setSample(1, 0, 0, right);
    return file(image, "png");
  }

  private static byte[] rgb(int type, int left, int right) throws IOException {
    BufferedImage image = new BufferedImage(2, 1, type);
    image.setRGB(0, 0, left);
    image.setRGB(1, 0, right);
    return file(image, "png");
  }

  private static byte[] file(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }
}
