package dev.sturgeon.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.conf.MethodConf.SamplerKind;
import dev.sturgeon.conf.MethodConf.SchedulerKind;
import dev.sturgeon.space.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which rules a study searches, and what is said of rules that do not fit together. */
final class MethodReaderTest {

  @Test
  void theLowestRungIsATwentySeventh() throws ConfigurationException {
    for (Map.Entry<Integer, Integer> usual :
        Map.of(1, 1, 13, 1, 30, 1, 41, 2, 81, 3, 270, 10).entrySet()) {
      assertThat(method("{maxEpochs: " + usual.getKey() + "}").minEpochs())
          .as("of " + usual.getKey())
          .isEqualTo(usual.getValue());
    }
  }

  @Test
  void aGridTrainsEachPointToTheEnd() throws ConfigurationException {
    for (String grid :
        List.of(
            "{sampler: grid}",
            "{sampler: grid, strict: true}",
            "{sampler: grid, scheduler: full, rounds: 1}")) {
      assertThat(method(grid))
          .returns(SchedulerKind.FULL, MethodConf::scheduler)
          .returns(1, MethodConf::rounds);
    }
  }

  @Test
  void strictHalvesInRoundsWhateverTheTime() throws ConfigurationException {
    assertThat(method("{strict: true}"))
        .returns(SchedulerKind.HALVING, MethodConf::scheduler)
        .returns(SamplerKind.MODEL, MethodConf::sampler)
        .returns(3, MethodConf::rounds)
        .returns(false, MethodConf::costAware);
    assertThat(method("{strict: true, scheduler: full, rounds: 1, costAware: false}"))
        .returns(SchedulerKind.FULL, MethodConf::scheduler)
        .returns(1, MethodConf::rounds);
  }

  @Test
  void whatTheFirstLeaveOutHasTheDefault() throws ConfigurationException {
    StudyConf conf =
        Reading.digits(
            """
            space:
              units: {low: 8, high: 128}
              updater: {choices: [adam, nesterov]}
            search:
              first:
                - units: 100
                - {updater: nesterov}
            """);
    MethodConf method = conf.search().method();
    assertThat(method.first())
        .containsExactly(
            conf.space().defaults().with("units", Value.of(100)),
            conf.space().complete(Map.of("updater", Value.of("nesterov"))));
    assertThat(method.first().get(1).real("momentum")).isEqualTo(0.9);
    assertThat(method.first().get(1).has("beta1")).isFalse();
  }

  @Test
  void aPandaMayBeginWithWhatANudgeCouldHaveSet() throws ConfigurationException {
    String first = "{scheduler: %s, first: [{l2: 0.01}]}";
    assertThat(method(first.formatted("panda")).first().get(0).real("l2")).isEqualTo(0.01);
    assertThat(Reading.digitsProblems("search: " + first.formatted("asha")))
        .singleElement()
        .asString()
        .contains("search.first[0].l2: l2 cannot be 0.01; it is fixed 0.0");
    assertThat(Reading.digitsProblems("search: {scheduler: panda, first: [{units: 32}]}"))
        .singleElement()
        .asString()
        .contains("search.first[0].units: units cannot be 32; it is fixed 64");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          scheduler: ahsa                    | search.scheduler: 'ahsa' is unknown; did you mean 'asha'?
          scheduler: ASHA_STOPPING           | search.scheduler: 'ASHA_STOPPING' is unknown; did you mean 'ashaStopping'?
          sampler: bayes                     | search.sampler: 'bayes' is unknown; known: random, sobol, grid, model
          eta: 1                             | search.eta: '1' is below 1.1; one of eta trials goes on, and 3 is usual
          eta: three                         | search.eta: 'three' is not a number
          minEpochs: 0                       | search.minEpochs: '0' is not a whole number from 1 to maxEpochs, which is 30
          minEpochs: 31                      | search.minEpochs: '31' is not a whole number from 1 to maxEpochs, which is 30
          rounds: 0                          | search.rounds: '0' is not a whole number from 1 to 100
          strict: maybe                      | search.strict: 'maybe' is not true or false
          costAware: 1                       | search.costAware: '1' is not true or false
          sampler: grid, scheduler: asha     | search.scheduler: 'asha' drops points of a grid
          sampler: grid, rounds: 3           | search.rounds: '3' rounds refine a search; a grid has none: leave it out
          strict: true, scheduler: hyperband | search.scheduler: 'hyperband' decides by which trials come first, but strict is true; give halving or full
          strict: true, costAware: true      | search.costAware: 'true' lets times decide, but strict is true; give false or leave it out
          warmStart: {a: 1}                  | search.warmStart: {a} is not a text
          warmStart: [a, ""]                 | search.warmStart: '' is not the directory of a study, such as studies/digits
          first: {units: 64}                 | search.first: {units} is not a list of configurations, such as [{learningRate: 0.01}]
          first: [64]                        | search.first: '64' is not a configuration, such as {learningRate: 0.01}
          first: [{unit: 64}]                | search.first[0].unit: the search space has no hyperparameter 'unit'; did you mean 'units'?
          first: [{units: 32}]               | search.first[0].units: units cannot be 32; it is fixed 64
          first: [{units: [32]}]             | search.first[0].units: ['32'] is not a number or a text
          first: [{batchSize: 48}]           | search.first[0].batchSize: batchSize cannot be 48; it is
          first: [{}, {momentum: 0.9}]       | search.first[1].momentum: momentum exists only where updater in [momentum, nesterov], which is not so here; leave it out
          """)
  void wrongRules(String keys, String said) {
    assertThat(Reading.digitsProblems("search: {" + keys + "}"))
        .singleElement()
        .asString()
        .contains(said);
  }

  @Test
  void oneProblemDoesNotBringAnother() {
    assertThat(
            Reading.digitsProblems(
                """
                search:
                  maxEpochs: many
                  minEpochs: 40
                  first:
                    - {units: 1, updater: sgd, momentum: 0.9}
                    - {lerningRate: 0.01}
                """))
        .containsExactly(
            "conf/digits.yaml:3: search.maxEpochs: 'many' is not a whole number",
            "conf/digits.yaml:6: search.first[0].units: units cannot be 1; it is fixed 64",
            "conf/digits.yaml:6: search.first[0].updater: updater cannot be sgd; it is one of"
                + " [adam, nesterov]",
            "conf/digits.yaml:7: search.first[1].lerningRate: the search space has no"
                + " hyperparameter 'lerningRate'; did you mean 'learningRate'?");
    assertThat(Reading.digitsProblems("space: {unit: 64}\nsearch: {first: [{unit: 64}]}"))
        .singleElement()
        .asString()
        .contains("2: space.unit");
  }

  private static MethodConf method(String search) throws ConfigurationException {
    return Reading.digits("search: " + search).search().method();
  }
}
