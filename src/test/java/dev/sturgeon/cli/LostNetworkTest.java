package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The best network's checkpoint was damaged between two runs of a study. */
final class LostNetworkTest {
  private final Path study;

  LostNetworkTest(@TempDir Path dir) {
    this.study = dir.resolve("study");
  }

  private CommandRun caviar(int trials) {
    return CommandRun.of(
        "caviar",
        "conf/digits.yaml",
        "--dir",
        study.toString(),
        "--master",
        "local[2]",
        "--set",
        "data.sample=0.3",
        "--set",
        "confirm.enabled=false",
        "--set",
        "search={scheduler: full, sampler: random, maxEpochs: 1, gradientCheck: false, maxTrials: "
            + trials
            + "}");
  }

  @Test
  void theStudyEndsAllTheSameAndSaysSo() throws IOException {
    assertThat(caviar(2).code()).isZero();
    byte[] before = Files.readAllBytes(study.resolve("best/network.zip"));
    for (Path checkpoint : checkpoints()) {
      Files.writeString(checkpoint, "rubbish");
    }
    CommandRun more = caviar(3);
    assertThat(more.code()).isZero();
    assertThat(more.err()).contains("the network of trial", "is lost", "best/ is not written");
    assertThat(Files.readAllBytes(study.resolve("best/network.zip"))).isEqualTo(before);
    assertThat(study.resolve("report.html")).exists();
  }

  private List<Path> checkpoints() throws IOException {
    try (Stream<Path> files = Files.walk(study.resolve("checkpoints"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
