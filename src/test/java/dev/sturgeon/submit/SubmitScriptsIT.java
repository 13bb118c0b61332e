package dev.sturgeon.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.submit.Clone.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SubmitScriptsIT {
  private static final Map<String, String> NOTHING_SET = Map.of();

  private final Clone clone;

  SubmitScriptsIT(@TempDir Path directory) throws IOException {
    clone = new Clone(directory);
  }

  @Test
  void passesArgumentsAsTheyAre() throws Exception {
    clone.built();
    Outcome outcome = clone.run(NOTHING_SET, "local", "validate", "a b.yaml", "--set", "x=*");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.stdout())
        .endsWith("dev.sturgeon.cli.Main\nvalidate\na b.yaml\n--set\nx=*\n")
        .contains("/a clone/target/sturgeon-0.1.0-all.jar:", "/a clone/target/spark/jars/*")
        .contains("--add-opens=java.base/java.nio=ALL-UNNAMED\n");
    assertThat(outcome.stderr()).isEmpty();
  }

  @Test
  void refusesAForeignJavaByName() throws Exception {
    clone.java("25.0.3");
    Outcome outcome = clone.run(NOTHING_SET, "local", "caviar");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.stderr()).contains("needs Java 17 or 21", "is Java 25.0.3");
    assertThat(outcome.stdout()).isEmpty();
  }

  @Test
  void takesBothJavasThatSparkRunsOn() throws Exception {
    clone.built();
    for (String version : new String[] {"17", "17.0.15", "21.0.1"}) {
      clone.java(version);
      assertThat(clone.run(NOTHING_SET, "local", "validate").exit()).as(version).isZero();
    }
  }

  @Test
  void buildsWhatIsMissingAndSaysSoOnStandardError() throws Exception {
    Outcome outcome = clone.run(NOTHING_SET, "local", "validate");

    assertThat(outcome.stderr())
        .startsWith("Building Sturgeon;")
        .contains("-Dmaven.test.skip=true package");
    assertThat(outcome.stdout()).doesNotContain("mvn");
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    clone.built();
    assertThat(clone.path("target/sturgeon-0.1.0-all.jar").toFile().setLastModified(1_000_000))
        .isTrue();
    clone.file("src/main/New.java");
    Outcome outcome = clone.run(NOTHING_SET, "local", "validate");

    assertThat(outcome.stderr())
        .contains("its sources are newer", "-Dmaven.test.skip=true package");
  }

  @Test
  void keepsClassesFromTheFirstTrainingForLaterStarts() throws Exception {
    clone.built();
    assertThat(clone.run(NOTHING_SET, "local", "--help").stdout()).doesNotContain("sturgeon.jsa");
    assertThat(clone.run(NOTHING_SET, "local", "caviar").stdout())
        .contains("-XX:ArchiveClassesAtExit=" + clone.path("target/sturgeon.jsa"));

    Path classes = clone.file("target/sturgeon.jsa");
    assertThat(classes.toFile().setLastModified(System.currentTimeMillis() + 5000)).isTrue();
    assertThat(clone.run(NOTHING_SET, "local", "caviar").stdout())
        .contains("-XX:SharedArchiveFile=" + classes);
  }

  @Test
  void usesTheSparkThatIsSet() throws Exception {
    clone.built();
    Path home = clone.spark("spark-core_2.13-4.1.7.jar");
    Outcome outcome = clone.run(Map.of("SPARK_HOME", home.toString()), "local", "validate");

    assertThat(outcome.stdout()).contains(":" + home + "/jars/*\n");
  }

  @Test
  void refusesAForeignSparkOrScalaWithBothVersions() throws Exception {
    clone.built();
    for (String script : new String[] {"local", "cluster"}) {
      assertRefused(script, "spark-core_2.13-3.5.6.jar", "Spark 3.5.6 for Scala 2.13");
      assertRefused(script, "spark-core_2.12-4.1.0.jar", "Spark 4.1.0 for Scala 2.12");
    }
  }

  private void assertRefused(String script, String core, String found) throws Exception {
    Map<String, String> environment = Map.of("SPARK_HOME", clone.spark(core).toString());
    Outcome outcome = clone.run(environment, script, "--master", "local", "caviar");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.stderr()).contains(found, "needs Spark 4.1.0 for Scala 2.13");
  }

  @Test
  void handsTheClustersOptionsToSparkSubmit() throws Exception {
    clone.built();
    Path home = clone.spark("spark-core_2.13-4.1.0.jar");
    Outcome outcome =
        clone.run(
            Map.of("SPARK_HOME", home.toString(), "STURGEON_JAR", "hdfs://h/s.jar"),
            "cluster",
            "--master",
            "spark://h:7077",
            "--deploy-mode=cluster",
            "--files",
            "a b.yaml",
            "--supervise",
            "caviar",
            "a b.yaml",
            "--master",
            "mine");

    assertThat(outcome.stdout().lines())
        .startsWith("spark-submit", "--master", "spark://h:7077", "--deploy-mode", "cluster")
        .containsSequence("--files", "a b.yaml", "--supervise", "--class", "dev.sturgeon.cli.Main")
        .endsWith("hdfs://h/s.jar", "caviar", "a b.yaml", "--master", "mine");
  }

  @Test
  void submitsWithTheBuildsOwnSparkWhereNoneIsSet() throws Exception {
    clone.built();
    Outcome outcome =
        clone.run(NOTHING_SET, "cluster", "--master", "yarn", "--driver-memory", "3g", "caviar");

    assertThat(outcome.stdout())
        .startsWith("-Xmx3g\n")
        .contains("org.apache.spark.deploy.SparkSubmit\n--master\nyarn\n")
        .endsWith("target/sturgeon-0.1.0-all.jar\ncaviar\n");
  }

  @Test
  void takesTheDriversMemoryAsASettingToo() throws Exception {
    clone.built();
    Outcome outcome =
        clone.run(
            NOTHING_SET,
            "cluster",
            "--master",
            "yarn",
            "--conf",
            "spark.driver.memory=3g",
            "--conf=spark.task.cpus=1",
            "caviar");

    assertThat(outcome.stdout())
        .startsWith("-Xmx3g\n")
        .contains("--conf\nspark.driver.memory=3g\n--conf\nspark.task.cpus=1\n");
  }

  @Test
  void explainsItselfAndWhatIsMissing() throws Exception {
    assertThat(clone.run(NOTHING_SET, "cluster", "--help").stdout()).contains("--deploy-mode");
    assertThat(clone.run(NOTHING_SET, "cluster", "caviar").stderr()).contains("needs --master");
    assertThat(clone.run(NOTHING_SET, "cluster", "--master", "yarn").stderr())
        .contains("names no command");
    assertThat(clone.run(NOTHING_SET, "cluster", "--master").stderr()).contains("needs a value");
  }
}
