package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A network that an earlier version saved still predicts the same. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class OldModelTest {

  @Test
  void theModelOfVersion01PredictsAsItDid(@TempDir Path directory) throws Exception {
    Path old = resource("best-0.1");
    Path output = directory.resolve("scored.csv");
    CommandRun run =
        CommandRun.of(
            "predict",
            "--model",
            old.resolve("best").toString(),
            "--data",
            old.resolve("rows.csv").toString(),
            "--output",
            output.toString(),
            "--master",
            "local[2]");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    List<String> expected = Files.readAllLines(old.resolve("scored.csv"));
    List<String> scored = Files.readAllLines(output);
    assertThat(scored).hasSameSizeAs(expected).hasSizeGreaterThan(10);
    assertThat(scored.get(0)).isEqualTo(expected.get(0));
    for (int row = 1; row < scored.size(); row++) {
      assertSame(scored.get(row).split(",", -1), expected.get(row).split(",", -1));
    }
  }

  private static void assertSame(String[] scored, String[] expected) {
    assertThat(scored[0]).isEqualTo(expected[0]);
    for (int column = 1; column < expected.length; column++) {
      assertThat(Double.parseDouble(scored[column]))
          .isCloseTo(Double.parseDouble(expected[column]), within(1e-5));
    }
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(OldModelTest.class.getResource(name), name).toURI());
  }
}
