package dev.sturgeon.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Source;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.train.CnnCatalogue;
import dev.sturgeon.train.MlpCatalogue;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Task;
import dev.sturgeon.trial.TrialLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files in {@code conf/} are read, mean what they teach, and give no cause for warnings. */
final class ConfFilesTest {

  @Test
  void digits() throws Exception {
    StudyConf conf = read("conf/digits.yaml");
    assertThat(conf.name()).isEqualTo("digits");
    assertThat(conf.data()).isEqualTo(DataSpec.digits());
    assertThat(conf.search())
        .isEqualTo(
            new SearchConf(
                Reading.digits("").search().method(),
                60,
                30,
                30,
                new Limits(null, Duration.ofMinutes(5), null, null, null),
                TrialLimits.USUAL,
                true));
    assertThat(conf.confirm()).isEqualTo(ConfirmConf.USUAL);
    assertThat(searched(conf))
        .containsExactlyInAnyOrder(
            "learningRate",
            "updater",
            "momentum",
            "units",
            "batchSize",
            "hiddenLayers",
            "decay",
            "dropout");
    assertThat(conf.space().lint()).isEmpty();
  }

  @Test
  void csvExample() throws Exception {
    StudyConf conf = read("conf/csv-example.yaml");
    assertThat(conf.space().lint()).isEmpty();
    assertThat(searched(conf)).contains("learningRate", "dropout", "l2");
    Source.Table table = (Source.Table) conf.data().source();
    List<String> rows =
        Files.readAllLines(Path.of("conf", Objects.requireNonNull(table.files()).main()));
    assertThat(rows).hasSize(345);
    assertThat(rows.get(0).split(",", -1)).contains(table.columns().label());
    for (String missing : table.reading().missing()) {
      assertThat(rows).anyMatch(row -> List.of(row.split(",", -1)).contains(missing));
    }
  }

  @Test
  void regressionExample() throws Exception {
    StudyConf conf = read("conf/regression-example.yaml");
    assertThat(conf.objective().task()).isEqualTo(Task.REGRESSION);
    assertThat(conf.space().lint()).isEmpty();
    Source.Table table = (Source.Table) conf.data().source();
    List<String[]> rows =
        Files.readAllLines(Path.of("conf", Objects.requireNonNull(table.files()).main())).stream()
            .map(row -> row.split(",", -1))
            .toList();
    assertThat(rows).hasSize(407).allMatch(row -> row.length == 9);
    List<String> names = List.of(rows.get(0));
    assertThat(names).contains(table.columns().label(), table.columns().group());
    int label = names.indexOf(table.columns().label());
    assertThat(rows.stream().filter(row -> row[label].equals("NA"))).hasSize(8);
  }

  @Test
  void aJobOfEveryNight() throws Exception {
    StudyConf conf = read("conf/nightly-retest.yaml");
    assertThat(conf.space().lint()).isEmpty();
    assertThat(conf.series().keep()).isEqualTo(14);
    assertThat(conf.retest()).isEqualTo(new RetestConf(5, 5, 2, 10, 0.01));
    Source.Table table = (Source.Table) conf.data().source();
    assertThat(Path.of("conf", Objects.requireNonNull(table.files()).main())).exists();
  }

  @Test
  void fashionMnist() throws Exception {
    StudyConf conf = read("conf/fashion-mnist.yaml");
    assertThat(conf.network()).isEqualTo("mlp");
    assertThat(conf.space().lint()).isEmpty();
    assertThat(((Source.Images) conf.data().source()).format()).isEqualTo("idx");
    assertThat(conf.search().limits().maxDuration()).isLessThan(Duration.ofMinutes(20));
    assertThat(searched(conf))
        .containsExactlyInAnyOrder("learningRate", "units", "batchSize", "hiddenLayers", "dropout");
  }

  @Test
  void fashionMnistCnn() throws Exception {
    StudyConf conf = read("conf/fashion-mnist-cnn.yaml");
    assertThat(conf.network()).isEqualTo("cnn");
    assertThat(conf.space().lint()).isEmpty();
    assertThat(conf.data()).isEqualTo(read("conf/fashion-mnist.yaml").data());
    assertThat(conf.search().limits().maxDuration()).isLessThan(Duration.ofHours(1));
    assertThat(searched(conf)).contains("filters", "shift");
  }

  @Test
  void everyStudyOfTheCourseIsSmallAndSaysWhatToLookFor() throws Exception {
    List<Path> files;
    try (Stream<Path> found = Files.list(Path.of("conf/course"))) {
      files = found.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(13);
    for (Path file : files) {
      StudyConf conf = read(file.toString());
      assertThat(conf.name() + ".yaml").isEqualTo("course-" + file.getFileName());
      assertThat(conf.data().source()).isEqualTo(DataSpec.digits().source());
      assertThat(conf.confirm().enabled()).isFalse();
      assertThat(conf.search().method())
          .returns(MethodConf.SchedulerKind.FULL, MethodConf::scheduler);
      List<String> lines = Files.readAllLines(file);
      assertThat(lines.subList(0, 3)).allMatch(line -> line.startsWith("# "));
      assertThat(lines.get(0)).startsWith("# Look at: ");
      assertThat(conf.space().lint().isEmpty()).isEqualTo(!conf.name().endsWith("linear"));
    }
  }

  private static List<String> searched(StudyConf conf) {
    return conf.space().hyperparameters().stream()
        .filter(h -> !h.domain().isFixed())
        .map(Hyperparameter::name)
        .toList();
  }

  private static StudyConf read(String file) throws IOException, ConfigurationException {
    String yaml = Files.readString(Path.of(file));
    return new StudyReader(
            network -> network.equals("cnn") ? CnnCatalogue.catalogue() : MlpCatalogue.catalogue())
        .read(file, yaml, List.of());
  }
}
