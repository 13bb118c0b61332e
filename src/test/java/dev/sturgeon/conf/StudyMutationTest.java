package dev.sturgeon.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random damage to a good file: it is read or refused, and nothing else happens. */
final class StudyMutationTest {
  private static final List<String> PIECES =
      List.of(
          "-1",
          "2",
          "16",
          "0.3",
          "0.9",
          "0",
          "1e-400",
          "1e400",
          "99999999999999999999",
          "true",
          "null",
          "[]",
          "{}",
          "~",
          "NaN",
          ".inf",
          "\"",
          "'",
          ":",
          ": ",
          "- ",
          "\t",
          "\n",
          "\n  ",
          "*a",
          "&a ",
          "!!int ",
          "|",
          ">",
          "%",
          "@",
          "#",
          ",",
          "}",
          "]",
          "0x1F",
          "1_0",
          "\u0000",
          "\uD800",
          "when",
          "low",
          "--- ");

  @Test
  void aMutatedFileIsAcceptedOrRefused() throws ConfigurationException {
    Random random = new Random(20);
    int accepted = 0;
    for (int i = 0; i < 400; i++) {
      String yaml = StudyWriterTest.FULL;
      for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
        yaml = mutate(yaml, random);
      }
      Optional<StudyConf> conf = read(yaml);
      if (conf.isPresent()) {
        assertThat(Reading.read(StudyWriter.write(conf.get()))).as(yaml).isEqualTo(conf.get());
        accepted++;
      }
    }
    assertThat(accepted).as("accepted").isGreaterThan(20);
    assertThat(accepted).as("accepted").isLessThan(380);
  }

  private static Optional<StudyConf> read(String yaml) {
    try {
      return Optional.of(Reading.read(yaml));
    } catch (ConfigurationException e) {
      assertThat(e.problems()).isNotEmpty().allMatch(problem -> !problem.message().isBlank());
      return Optional.empty();
    }
  }

  private static String mutate(String yaml, Random random) {
    int at = random.nextInt(yaml.length());
    int to = Math.min(yaml.length(), at + random.nextInt(8));
    return switch (random.nextInt(5)) {
      case 0 -> yaml.substring(0, at) + yaml.substring(to);
      case 1 -> yaml.substring(0, at) + piece(random) + yaml.substring(at);
      case 2 -> yaml.substring(0, at) + piece(random) + yaml.substring(to);
      case 3 -> yaml.substring(0, to) + yaml.substring(at);
      default -> scalar(yaml, piece(random), random);
    };
  }

  /** Puts a piece where a value stands. */
  private static String scalar(String yaml, String piece, Random random) {
    int colon = yaml.indexOf(": ", random.nextInt(yaml.length() - 10));
    int end = colon < 0 ? -1 : yaml.substring(colon + 2).split("[,}\n]", 2)[0].length() + colon + 2;
    return end < 0 ? yaml : yaml.substring(0, colon + 2) + piece + yaml.substring(end);
  }

  private static String piece(Random random) {
    return PIECES.get(random.nextInt(PIECES.size()));
  }
}
