package dev.sturgeon.bench.chaos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages files as disks, copies and people do; the same seed does the same damage. */
final class Mutator {
  private static final List<String> EXTREMES =
      List.of(
          "",
          "0",
          "-1",
          "1e308",
          "-1e308",
          "1e-400",
          "1e999",
          "99999999999999999999999",
          "-9223372036854775808",
          "NaN",
          "Infinity",
          "null",
          "true",
          "[]",
          "{}",
          "\"",
          "'",
          "../../../etc/passwd",
          "/dev/null",
          "x".repeat(10_000),
          "\u001b[2J",
          "\u202e",
          "\u0000",
          "*a",
          "!!javax.script.ScriptEngineManager []",
          "%s%n",
          "${jndi:ldap://127.0.0.1/a}",
          "<script>",
          "1,2,3,4,5,6,7,8,9",
          "é",
          "日本",
          "\uFEFF",
          "1:-1",
          "-3:5");

  private final Random random;

  Mutator(long seed) {
    this.random = new Random(seed);
  }

  /** The file with one to three kinds of damage. */
  byte[] mutate(byte[] file) {
    byte[] damaged = file.clone();
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      damaged = once(damaged);
    }
    return damaged;
  }

  private byte[] once(byte[] file) {
    if (file.length == 0) {
      return file;
    }
    int at = random.nextInt(file.length);
    return switch (random.nextInt(9)) {
      case 0 -> flipped(file);
      case 1 -> Arrays.copyOf(file, at);
      case 2 -> lines(file, Line.DROPPED);
      case 3 -> lines(file, Line.DOUBLED);
      case 4 -> lines(file, Line.MISSPELT);
      case 5, 6 -> lines(file, Line.VALUE);
      case 7 -> spliced(file, at, EXTREMES.get(random.nextInt(EXTREMES.size())));
      default -> lines(file, Line.SWAPPED);
    };
  }

  private byte[] flipped(byte[] file) {
    byte[] damaged = file.clone();
    for (int bits = 1 + random.nextInt(4); bits > 0; bits--) {
      damaged[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return damaged;
  }

  private static byte[] spliced(byte[] file, int at, String piece) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, at);
    out.writeBytes(piece.getBytes(StandardCharsets.UTF_8));
    out.write(file, at, file.length - at);
    return out.toByteArray();
  }

  private enum Line {
    DROPPED,
    DOUBLED,
    SWAPPED,
    MISSPELT,
    VALUE
  }

  /** In ISO 8859-1, where every byte is a character, so that earlier damage stays as it is. */
  private byte[] lines(byte[] file, Line how) {
    List<String> lines =
        new ArrayList<>(
            List.of(new String(file, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1)));
    int at = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (how) {
      case DROPPED -> lines.remove(at);
      case DOUBLED -> lines.add(at, line);
      case SWAPPED -> {
        lines.set(at, lines.get(other));
        lines.set(other, line);
      }
      case MISSPELT -> lines.set(at, misspelt(line));
      case VALUE -> lines.set(at, value(line));
    }
    return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private String misspelt(String line) {
    if (line.length() < 3) {
      return line;
    }
    int at = random.nextInt(line.length() - 2);
    char[] letters = line.toCharArray();
    char first = letters[at];
    letters[at] = letters[at + 1];
    letters[at + 1] = first;
    return new String(letters);
  }

  /** One of the fields between separators becomes something extreme. */
  private String value(String line) {
    List<String> parts = new ArrayList<>(List.of(line.split("(?<=[,:\\s])|(?=[,:\\s])", -1)));
    int at = random.nextInt(parts.size());
    String extreme = EXTREMES.get(random.nextInt(EXTREMES.size()));
    parts.set(
        at, new String(extreme.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    return String.join("", parts);
  }
}
