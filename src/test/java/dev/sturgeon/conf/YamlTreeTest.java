package dev.sturgeon.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** YAML that is refused for what it is, not for what it says. */
final class YamlTreeTest {

  @Test
  void brokenYamlIsToldWithItsLineAndNothingElse() {
    assertThat(Reading.problems("data: {format: digits}\nsearch: [1\n"))
        .singleElement()
        .asString()
        .isEqualTo(
            "conf/digits.yaml:2: not readable as YAML: while parsing a flow sequence:"
                + " expected ',' or ']', but got <stream end>");
    assertThat(Reading.problems("a: \u0001")).singleElement().asString().contains("not readable");
    assertThat(Reading.problems("? [1, 2]\n: 3"))
        .singleElement()
        .asString()
        .contains("not readable");
    assertThat(Reading.problems("[".repeat(2000)))
        .singleElement()
        .asString()
        .contains("not readable");
  }

  @Test
  void aliasesAreNotExpandedHoweverManyThereAre() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(Reading.digitsProblems(bomb.toString()))
        .hasSizeLessThan(200)
        .anyMatch(problem -> problem.contains("aliases are not read"));
  }

  @Test
  void keysGivenTwiceAreToldWithBothLines() {
    assertThat(Reading.digitsProblems("search:\n  maxTrials: 3\n  maxTrials: 4\nseed: x"))
        .containsExactly(
            "conf/digits.yaml:4: search.maxTrials: is given twice, first in line 3",
            "conf/digits.yaml:5: seed: 'x' is not a whole number");
  }

  @Test
  void tagsAliasesAndFurtherDocumentsAreRefused() {
    assertThat(Reading.digitsProblems("seed: !!java.lang.Integer 3"))
        .singleElement()
        .asString()
        .contains("conf/digits.yaml:2: seed: has the tag 'tag:yaml.org,2002:java.lang.Integer'");
    assertThat(
            Reading.digitsProblems(
                "seed: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]"))
        .anyMatch(problem -> problem.contains("ScriptEngineManager'; tags are not read"));
    assertThat(Reading.digitsProblems("name: &n a\nspace: {activation: *n}"))
        .first()
        .asString()
        .contains("space.activation: '*n' is an alias");
    assertThat(Reading.digitsProblems("---\nseed: 3"))
        .singleElement()
        .asString()
        .contains("a second document begins");
  }

  @Test
  void whatIsNoMappingIsNoConfiguration() {
    for (String yaml : List.of("5", "[a]", "hello")) {
      assertThat(Reading.problems(yaml))
          .singleElement()
          .asString()
          .contains("is no configuration; begin with a key");
    }
    for (String empty : List.of("", "# nothing\n", "~")) {
      assertThat(Reading.problems(empty))
          .singleElement()
          .asString()
          .startsWith("conf/digits.yaml: data.format: is missing; give digits, csv");
    }
  }
}
