package dev.sturgeon.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SpellingTest {
  private static final List<String> KNOWN =
      List.of("learningRate", "units", "units3", "l2", "seed");

  @Test
  void findsTheNearest() {
    assertThat(Spelling.nearest("learningrat", KNOWN)).hasValue("learningRate");
    assertThat(Spelling.nearest("learning_rate", KNOWN)).hasValue("learningRate");
    assertThat(Spelling.nearest("unit", KNOWN)).hasValue("units");
    assertThat(Spelling.nearest("UNITS3", KNOWN)).hasValue("units3");
    assertThat(Spelling.nearest("sede", KNOWN)).hasValue("seed");
    assertThat(Spelling.nearest("cvs", List.of("digits", "csv"))).hasValue("csv");
    assertThat(Spelling.nearest("L2", KNOWN)).hasValue("l2");
  }

  @Test
  void doesNotGuessWildly() {
    assertThat(Spelling.nearest("banana", KNOWN)).isEmpty();
    assertThat(Spelling.nearest("ab", KNOWN)).isEmpty();
    assertThat(Spelling.nearest("ln", List.of("log"))).isEmpty();
    assertThat(Spelling.nearest("", KNOWN)).isEmpty();
    assertThat(Spelling.nearest("seed", List.of())).isEmpty();
  }

  @Test
  void hintsWithAQuestionOrWithEverything() {
    assertThat(Spelling.hint("sede", KNOWN)).isEqualTo("did you mean 'seed'?");
    assertThat(Spelling.hint("banana", List.of("a", "b"))).isEqualTo("known: a, b");
  }
}
