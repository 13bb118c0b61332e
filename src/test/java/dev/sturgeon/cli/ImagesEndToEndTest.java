package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.spark.image.DigitImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A search on images in local mode, from the command line to predictions. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class ImagesEndToEndTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path dir;

  ImagesEndToEndTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void searchesPredictsAndEvaluatesIdxAndFolders() throws Exception {
    DigitImages.mnist(dir.resolve("my images"));
    DigitImages.folder(dir.resolve("folder"), 1500, 1600);
    Path conf = dir.resolve("images.yaml");
    Files.writeString(
        conf,
        """
        data: {format: idx, path: my images}
        space: {learningRate: 0.01, batchSize: 64, units: 32}
        search: {maxTrials: 1, maxEpochs: 6}
        confirm: {enabled: false}
        """);
    JsonNode summary = run("caviar", conf.toString(), "--dir", dir.resolve("study").toString());
    assertThat(summary.get("completed").intValue()).isEqualTo(1);
    assertThat(dir.resolve("study/best/preprocessing/images.json")).isNotEmptyFile();

    String best = dir.resolve("study/best").toString();
    JsonNode test = run("evaluate", "--model", best);
    assertThat(test.get("rows").intValue()).isEqualTo(297);
    double accuracy = test.at("/metrics/accuracy").doubleValue();
    assertThat(accuracy).isGreaterThan(0.7);

    String images = dir.resolve("my images").toString();
    JsonNode same = run("evaluate", "--model", best, "--data", images);
    assertThat(same.at("/metrics/accuracy").doubleValue()).isEqualTo(accuracy);

    assertThat(predicted(best, images + "/t10k-images-idx3-ubyte.gz")).hasSize(298);
    List<String> folder = predicted(best, dir.resolve("folder").toString());
    assertThat(folder).hasSize(101);
    assertThat(folder.get(0)).startsWith("image,prediction,probability_0,");
    long right =
        folder.stream().filter(line -> line.matches("digit (\\d)/\\d+\\.png,\\1,.*")).count();
    assertThat(right).isGreaterThan(60);
  }

  private List<String> predicted(String model, String data) throws Exception {
    Path output = dir.resolve("scored.csv");
    run("predict", "--model", model, "--data", data, "--output", output.toString());
    return Files.readAllLines(output);
  }

  private static JsonNode run(String... command) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--master", "local[2]", "--json"));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    return JSON.readTree(run.out());
  }
}
