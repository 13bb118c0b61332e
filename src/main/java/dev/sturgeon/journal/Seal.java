package dev.sturgeon.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The checksums of one of a journal's files: each line ends with {@code ,"crc":"0123abcd"}}, the
 * CRC-32C of what stands before it on the line, continued from the checksum of the line before. So
 * a byte that changed is noticed, and so is a line that is gone or stands elsewhere, even where the
 * rest makes sense. It guards against accidents: whoever wants to can compute it.
 *
 * <p>Belongs to one thread, and to one file from its first line on.
 */
final class Seal {
  private static final byte[] FIELD = ",\"crc\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "\"}\n".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGITS = 8;
  private static final int LENGTH = FIELD.length + DIGITS + END.length;

  /** What the line's brace and line feed take without a checksum. */
  private static final int BARE = "}\n".length();

  private byte[] last = new byte[0];

  /** The lines, each with its checksum. */
  byte[] on(byte[] lines) {
    int count = 0;
    for (byte one : lines) {
      count += one == '\n' ? 1 : 0;
    }
    byte[] sealed = new byte[lines.length + count * (LENGTH - BARE)];
    int to = 0;
    int from = 0;
    while (from < lines.length) {
      int end = from;
      while (lines[end] != '\n') {
        end++;
      }
      int body = end + 1 - BARE - from;
      System.arraycopy(lines, from, sealed, to, body);
      last = sum(sealed, to, body);
      to = put(last, put(FIELD, to + body, sealed), sealed);
      to = put(END, to, sealed);
      from = end + 1;
    }
    return sealed;
  }

  private static int put(byte[] bytes, int to, byte[] sealed) {
    System.arraycopy(bytes, 0, sealed, to, bytes.length);
    return to + bytes.length;
  }

  private byte[] sum(byte[] bytes, int from, int length) {
    CRC32C sum = new CRC32C();
    sum.update(last);
    sum.update(bytes, from, length);
    return HexFormat.of().toHexDigits(sum.getValue(), DIGITS).getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether a line, line feed included, ends with a checksum, be it the right one or not. */
  static boolean isOn(byte[] line) {
    int field = line.length - LENGTH;
    return field >= 0
        && Arrays.equals(line, field, field + FIELD.length, FIELD, 0, FIELD.length)
        && Arrays.equals(line, line.length - END.length, line.length, END, 0, END.length);
  }

  /** Whether this can be the next line. */
  boolean fits(byte[] line) {
    int body = line.length - LENGTH;
    return isOn(line)
        && Arrays.equals(
            sum(line, 0, body),
            Arrays.copyOfRange(line, body + FIELD.length, body + FIELD.length + DIGITS));
  }

  /** Takes a line that {@linkplain #fits fits}; the next one has to follow it. */
  void take(byte[] line) {
    int digits = line.length - END.length - DIGITS;
    last = Arrays.copyOfRange(line, digits, digits + DIGITS);
  }
}
