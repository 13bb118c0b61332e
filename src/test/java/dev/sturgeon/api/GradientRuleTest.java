package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.conf.StudyReader;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.dl4j.Networks;
import dev.sturgeon.dl4j.OwnStack;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.train.SyntheticData;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a search checks a gradient, and what it makes of the answer. */
@Timeout(60)
final class GradientRuleTest {
  private static final TrainingData DATA = SyntheticData.blobs(64, 4, 3);
  private static final String OWN = "{class: " + OwnStack.class.getName() + "}";

  /** Answers that an array is a little off. */
  static final class Doubts {
    public static void main(String[] arguments) {
      System.out.println(
          "[{\"report\": {\"verdict\": \"SUSPICIOUS\", \"stages\": [], \"notes\": [\"hm\"]},"
              + " \"problem\": null}]");
    }
  }

  /** Answers that it cannot tell. */
  static final class Gives {
    public static void main(String[] arguments) {
      System.out.println("[{\"report\": null, \"problem\": \"the loss is random\"}]");
    }
  }

  private static List<String> notes(String network, boolean wanted, Class<?> program)
      throws Exception {
    StudyConf conf =
        new StudyReader(Networks::catalogue)
            .read(
                "test.yaml",
                "data: {format: digits}\nnetwork: %s\nsearch: {gradientCheck: %s}\n"
                    .formatted(network, wanted),
                List.of());
    List<String> notes = new ArrayList<>();
    StudyListener listener =
        new StudyListener() {
          @Override
          public void note(String sentence) {
            notes.add(sentence);
          }
        };
    GradientCheckProcess process =
        new GradientCheckProcess(
            program.getName(), ClassPath.of(program.getClassLoader()), Duration.ofSeconds(50));
    GradientRule.hold(conf, DATA, listener, process);
    return notes;
  }

  @Test
  void doubtsAndWhatCannotBeCheckedAreNotes() throws Exception {
    assertThat(notes(OWN, true, Doubts.class))
        .hasSize(2)
        .contains("hm")
        .anyMatch(note -> note.matches("gradient check of .*OwnStack: suspicious, after \\d+ s"));
    assertThat(notes(OWN, true, Gives.class))
        .singleElement()
        .asString()
        .contains("not possible")
        .endsWith("the loss is random");
  }

  @Test
  void onlyUsersNetworksAreChecked() throws Exception {
    assertThat(notes("mlp", true, Doubts.class)).isEmpty();
    assertThat(notes(OWN, false, Doubts.class)).isEmpty();
  }

  @Test
  void aCheckThatFailsSaysHowToSkipIt() {
    assertThatThrownBy(() -> notes(OWN, true, GradientCheckFailureTest.Dies.class))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("exit code 7", "search.gradientCheck: false");
  }
}
