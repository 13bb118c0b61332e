package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.StudyReader;
import dev.sturgeon.data.MemoryPlan;
import dev.sturgeon.data.MemoryPlan.Network;
import dev.sturgeon.data.MemoryPlan.Sizes;
import dev.sturgeon.data.Shape;
import dev.sturgeon.data.Targets;
import dev.sturgeon.dl4j.NetworkSize;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.train.MlpCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MemoryCheckTest {
  private static final long GB = 1L << 30;
  private static final MemoryPlan.Available ONE_GB = new MemoryPlan.Available(GB, GB, GB, true);
  private static final Sizes TABLE = new Sizes(154_000, 33_000, 60, 2);
  private static final NetworkSize MLP = mlp(TABLE);

  @Test
  void fullBatchesOfManyUnitsAreRefused() throws Exception {
    SearchSpace space = space("{batchSize: full, units: 1024}");
    Network network = MemoryCheck.largest(space, MLP);

    assertThat(network).isEqualTo(new Network(61 * 1024 + 1025 * 1024 + 1025 * 2, 2050, 154_000));
    assertThat(MemoryPlan.of(TABLE, network, 1).problems(ONE_GB))
        .singleElement()
        .asString()
        .contains("native memory", "lower batchSize or units");
  }

  @Test
  void theLargestChoiceCountsWhereverItStands() throws Exception {
    SearchSpace space =
        space(
            """
            {batchSize: {choices: [32, full, 64]}, units: {choices: [16, 512, 8]},
             hiddenLayers: {low: 0, high: 2}, batchNorm: {choices: ["true", "false"]}}
            """);
    assertThat(MemoryCheck.largest(space, MLP))
        .isEqualTo(new Network(64 * 512 + 516 * 512 + 513 * 2, 3 * 1024 + 2, 154_000));
  }

  @Test
  void whatMakesNoNetworkNeedsNoMemory() throws Exception {
    SearchSpace space = space("{batchSize: {choices: [1, 8]}, batchNorm: \"true\", units: 4}");
    assertThat(MemoryCheck.largest(space, MLP).batchRows()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"conf/digits.yaml, 1258, 270, 64, 10", "conf/csv-example.yaml, 206, 69, 8, 3"})
  void theExamplesFitEasily(String file, int train, int dev, int columns, int classes)
      throws Exception {
    Sizes data = new Sizes(train, dev, columns, classes);
    Network network = MemoryCheck.largest(read(Files.readString(Path.of(file))), mlp(data));
    MemoryPlan plan = MemoryPlan.of(data, network, 8);

    assertThat(plan.problems(ONE_GB)).isEmpty();
    assertThat(plan.offHeap()).isLessThan(GB / 4);
    assertThat(plan.executorHeap()).isLessThan(GB / 2);
  }

  private static NetworkSize mlp(Sizes data) {
    return new NetworkSize(
        "mlp",
        Shape.flat(data.columns()),
        new Targets.Labels(new int[Math.toIntExact(data.trainRows())], data.outputs()));
  }

  private static SearchSpace space(String yaml) throws ConfigurationException {
    return read("data: {format: digits}\nspace: " + yaml);
  }

  private static SearchSpace read(String yaml) throws ConfigurationException {
    return new StudyReader(network -> MlpCatalogue.catalogue())
        .read("study.yaml", yaml, List.of())
        .space();
  }
}
