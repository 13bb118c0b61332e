package dev.sturgeon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.spark.SparkApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs each study of {@code conf/course} as it is, with its own seed, and looks for its effect. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class CourseTest {
  @TempDir static Path directory;
  private static SparkApplication session;

  @BeforeAll
  static void start() {
    session = SparkApplication.start("course", "local[2]");
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  static List<CourseTopic> topics() {
    return CourseTopic.ALL;
  }

  @ParameterizedTest
  @MethodSource("topics")
  void theEffectIsSeen(CourseTopic topic) throws Exception {
    List<CourseStudy> studies = new ArrayList<>();
    for (String file : topic.files()) {
      CourseStudy study = CourseBench.study(file, 1, directory.resolve(file).toString());
      assertThat(study.state().finished()).isPresent();
      studies.add(study);
    }
    assertThat(topic.effect().test(studies)).as(topic.name()).isTrue();
  }

  @Test
  void everyFileBelongsToATopic() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("conf/course"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(
              CourseTopic.ALL.stream().flatMap(topic -> topic.files().stream()).toList());
    }
  }
}
