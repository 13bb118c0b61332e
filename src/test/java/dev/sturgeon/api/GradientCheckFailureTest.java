package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.train.GradientQuestion;
import dev.sturgeon.train.SyntheticData;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of JVMs that do not do what they are for. */
@Timeout(60)
final class GradientCheckFailureTest {
  private static final GradientQuestion QUESTION =
      GradientQuestion.drawn(
          "mlp",
          Configuration.of(Map.of()),
          SyntheticData.blobs(8, 2, 2).train(),
          4,
          new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE),
          1);

  /** Ends before it answers. */
  static final class Dies {
    public static void main(String[] arguments) {
      System.err.println("out of luck");
      System.exit(7);
    }
  }

  /** Never answers. */
  static final class Hangs {
    public static void main(String[] arguments) throws InterruptedException {
      Thread.sleep(Duration.ofMinutes(10).toMillis());
    }
  }

  /** Answers something else. */
  static final class Babbles {
    public static void main(String[] arguments) {
      System.out.println("42 is the answer");
    }
  }

  /** Answers nothing to one question. */
  static final class Shrugs {
    public static void main(String[] arguments) {
      System.out.println("[]");
    }
  }

  private static void assertFails(Class<?> program, Duration patience, String... words) {
    GradientCheckProcess process =
        new GradientCheckProcess(
            program.getName(), ClassPath.of(program.getClassLoader()), patience);
    assertThatThrownBy(() -> process.check(QUESTION))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void oneThatDies() {
    assertFails(Dies.class, Duration.ofSeconds(50), "exit code 7", "out of luck");
  }

  @Test
  void oneThatHangs() {
    assertFails(Hangs.class, Duration.ofMillis(500), "did not end within");
  }

  @Test
  void oneThatSaysSomethingElse() {
    assertFails(Babbles.class, Duration.ofSeconds(50), "gave no answer", "42 is the answer");
  }

  @Test
  void oneThatAnswersTooLittle() {
    assertFails(Shrugs.class, Duration.ofSeconds(50), "another number of answers");
  }

  @Test
  void whatLoadersAddIsOnTheClassPath(@TempDir Path directory) throws Exception {
    Path jar = directory.resolve("a network's own.jar");
    URL remote = new URL("http://example.org/other.jar");
    try (URLClassLoader inner =
        new URLClassLoader(new URL[] {jar.toUri().toURL(), remote}, getClass().getClassLoader())) {
      assertThat(ClassPath.of(inner))
          .contains(jar.toString())
          .containsAll(List.of(System.getProperty("java.class.path").split(":")))
          .noneMatch(entry -> entry.contains("example.org"));
    }
  }
}
