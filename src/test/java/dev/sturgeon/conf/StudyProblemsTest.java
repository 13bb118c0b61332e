package dev.sturgeon.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sturgeon.trial.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of wrong configurations. */
final class StudyProblemsTest {

  @Test
  void allProblemsAreToldAtOnceInTheFilesOrder() {
    assertThat(
            Reading.problems(
                """
                seed: x
                dta: {}
                objective:
                  metric: acuracy
                space:
                  learningrat: 0.1
                  units: {low: 5, high: 5}
                search:
                  maxTrials: 0
                """,
                "search.maxEpoch=3",
                "nonsense"))
        .containsExactly(
            "conf/digits.yaml: data.format: is missing; give digits, csv, libsvm, parquet, another"
                + " format of Spark SQL, idx or images",
            "conf/digits.yaml:1: seed: 'x' is not a whole number",
            "conf/digits.yaml:2: dta: unknown key; did you mean 'data'?",
            "conf/digits.yaml:4: objective.metric: 'acuracy' is unknown; did you mean 'accuracy'?",
            "conf/digits.yaml:6: space.learningrat: unknown hyperparameter 'learningrat';"
                + " did you mean 'learningRate'?",
            "conf/digits.yaml:7: space.units: low 5 must be below high 5",
            "conf/digits.yaml:9: search.maxTrials: '0' is not a whole number from 1 to 1000000",
            "--set: 'nonsense' is not of the form search.maxTrials=100",
            "--set: search.maxEpoch: unknown key; did you mean 'maxEpochs'?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          seed: 1.5                          | seed: '1.5' is not a whole number
          seed: 99999999999999999999         | seed: '99999999999999999999' has more than 64 bits
          seed: [1]                          | seed: ['1'] is not a whole number
          name: a/b                          | name: 'a/b' cannot name a directory
          name: ..                           | name: '..' cannot name a directory
          name: {a: 1}                       | name: {a} is not a text
          panda: {rules: [platau]}           | panda.rules: there is no rule 'platau'; did you mean 'plateau'?
          panda: {rules: 5}                  | panda.rules: '5' is not a list of rules
          panda: {rules: [raise: {factor: 1}]} | factor is above 1.0, not 1.0
          panda: {rules: [raise: {fctor: 3}]} | fctor: unknown key; did you mean 'factor'?
          panda: {rules: [{class: Rule}]}    | 'Rule' is not the full name of a class
          panda: {horizon: 0}                | panda.horizon: '0' is not a whole number from 1
          search: 5                          | search: '5' is not a section with keys of its own
          search: {maxTrials: forty}         | search.maxTrials: 'forty' is not a whole number
          search: {segmentEpochs: 0}         | segmentEpochs: '0' is not a whole number from 1 to
          search: {maxDuration: 90}          | maxDuration: '90' is not a time such as 90s, 20m
          search: {maxDuration: 0s}          | maxDuration: '0s' leaves no time
          search: {hangAfter: 9s}            | search.hangAfter: '9s' is too short to tell a slow step from none; give at least 10s
          search: {maxTrialDuration: 0m}     | search.maxTrialDuration: '0m' leaves no time
          search: {maxCoreHours: 0}          | search.maxCoreHours: '0' leaves nothing to train with; give hours above 0
          search: {maxCoreHours: 2h}         | search.maxCoreHours: '2h' is not a number
          search: {target: 99}               | target: 99.0 is never reached: accuracy lies between 0 and 1
          search: {target: .inf}             | search.target: '.inf' is not a number
          search: {maxTrial: 3}              | search.maxTrial: unknown key; did you mean 'maxTrials'?
          objective: {metric: rmse}          | metric: rmse is a figure of numbers, but the labels of the format digits are classes
          objective: {classWeights: equal}   | classWeights: 'equal' is unknown; known: none, balanced
          objective: {classWeights: yes}     | classWeights: 'yes' is unknown; known: none, balanced
          """)
  void keysOutsideTheSpace(String yaml, String said) {
    assertThat(Reading.digitsProblems(yaml)).singleElement().asString().contains(said);
  }

  @Test
  void figuresOfNumbersHaveNoClassWeightsAndNoUpperEnd() throws Exception {
    String data = "data: {format: csv, path: a, label: b}\n";
    assertThat(
            Reading.problems(
                data
                    + "objective: {metric: rmse, classWeights: balanced}\n"
                    + "search: {target: -1}"))
        .containsExactly(
            "conf/digits.yaml:2: objective.classWeights: classWeights need classes, but rmse is a"
                + " figure of numbers",
            "conf/digits.yaml:3: search.target: -1.0 is never reached: rmse lies between 0 and"
                + " infinity");
    assertThat(
            Reading.read(data + "objective: {metric: mae}\nsearch: {target: 5000}")
                .search()
                .limits())
        .returns(5000.0, Limits::target);
    assertThat(
            Reading.read(data + "objective: {metric: r2}\nsearch: {target: -3}").search().limits())
        .returns(-3.0, Limits::target);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          format: cvs                        | data.format: 'cvs' is unknown; did you mean 'csv'?
          format: csv, path: a               | data.label: is missing; give the column to predict
          format: csv, label: a              | data.path: is missing
          format: digits, path: a            | data.path: means nothing for the format digits; leave it out
          format: parquet, path: a           | data.label: is missing; give the column to predict
          format: 1a                         | data.format: '1a' cannot be the name of a format
          format: idx, path: a, label: b     | data.label: means nothing for the format idx
          format: images, path: a            | data.size: is missing; give what to scale images to
          format: images, path: a, size: 28  | data.size: '28' is no size; give HEIGHTxWIDTH
          format: images, path: a, size: 9x9, channels: 2 | '2' channels; give 1 for grey or 3
          format: csv, path: a, label: b, id: c, time: d    | only one of id, group and time
          format: csv, path: a, label: b, sample: 0         | data.sample: sample must be above 0
          format: csv, path: a, devPath: c, label: b, split: {dev: 0.1} | since data.devPath gives
          format: libsvm, path: a, header: true | data.header: means nothing for the format libsvm
          format: digits, split: {dev: 0}    | data.split: dev must be above 0
          format: digits, split: {dev: 0.9}  | data.split: dev must be above 0, test 0 or more, and both
          format: digits, split: {val: 0.9}  | data.split.val: unknown key; known: dev, test
          format: csv, path: a, label: b, id: b | 'b' cannot be ignored or decide a row's part
          format: csv, path: a, label: b, ignore: [b] | 'b' cannot be ignored or decide a row's part
          format: csv, path: a, label: b, ignore: c         | data.ignore: 'c' is not a list such as
          format: csv, path: a, label: b, delimiter: ", "   | delimiter: ', ' is not one character
          format: csv, path: a, label: b, header: 1         | data.header: '1' is not true or false
          format: csv, path: a, label: b, badRows: skip     | 'skip' is unknown; known: refuse, drop
          format: csv, path: a, label: b, missing: [~]      | data.missing: nothing is not a text
          """)
  void data(String entries, String said) {
    assertThat(Reading.problems("data: {" + entries + "}"))
        .singleElement()
        .asString()
        .contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          units: {low: 5}                                 | space.units.high: is missing; give the largest
          units: {low: 9, high: 5}                        | space.units: low 9 must be below high 5
          units: {low: 1, high: 9, scale: ln}             | units.scale: 'ln' is unknown; known: linear, log
          units: {low: 1, high: 9, type: int}             | units.type: 'int' is unknown; known: real, integer
          units: {low: 1, high: 9.5, type: integer}       | units.type: integer needs low, high and step
          units: {low: 1, high: 9, step: 20}              | step 20 must be positive and at most the range
          units: {low: 1, high: 9, hihg: 3}               | units.hihg: unknown key; did you mean 'high'?
          units: {low: 1, high: 9, default: 10}           | default 10 of units is not in integer 1…9
          units: {low: 0.5, high: 9}                      | units cannot be 0.5; wanted is a whole number
          units: {low: 1, high: many}                     | space.units.high: 'many' is not a number
          units: {}                                       | space.units: needs one of: low and high
          units: {choices: [1, 2], low: 1}                | space.units: needs one of: low and high
          units: {choices: [1, 1]}                        | 1 is among the choices twice
          units: {choices: [1]}                           | at least two choices are needed
          units: {choices: 1}                             | units.choices: '1' is not a list
          units: [1, 2]                                   | is a list; write {choices: [1, 2]}
          units: -1                                       | units cannot be -1; wanted is a whole number from
          units:                                          | space.units: nothing is not a number or a text
          activation: rlu                                 | activation cannot be rlu; wanted is one of [relu
          batchSize: {powersOfTwo: [16, 100]}             | bounds must be powers of two, not 16 and 100
          batchSize: {powersOfTwo: [16]}                  | such as [16, 256], not [16]
          learningRate: {low: 0, high: 1.0, scale: log}   | a log scale cannot reach 0 or below
          learningRate: {low: -1.0, high: 1, scale: log}  | a log scale cannot reach 0 or below
          momentum: {low: 0.9, high: 1.0, scale: reverse-log}          | a reverse-log scale cannot reach 1
          momentum: {low: 0.8, high: 0.9, when: {updatr: adam}}        | momentum.when: depends on unknown hyperparameter 'updatr'; did you mean 'updater'?
          momentum: {low: 0.8, high: 0.9, when: {updater: nestrov}}    | updater is never nestrov; wanted is
          momentum: {low: 0.8, high: 0.9, when: {updater: {least: 1}}} | {least} is not of the form {atLeast: 3}
          momentum: {low: 0.8, high: 0.9, when: {updater: adam, units: 1}} | is not one condition, such as
          momentum: {low: 0.8, high: 0.9, when: {momentum: 0.9}}       | space: momentum exists only where
          units: {low: 1, high: 9, when: {earlyStopping: {atLeast: 1}}} | units exists only where earlyStopping >= 1
          """)
  void theSpace(String entry, String said) {
    assertThat(Reading.digitsProblems("space:\n  " + entry))
        .singleElement()
        .asString()
        .contains(said);
  }

  @Test
  void overridesAreNamedAsTheSource() {
    assertThat(Reading.digitsProblems("", "search.maxTrials=x", "space.learningrate=1", "seed"))
        .containsExactly(
            "--set: 'seed' is not of the form search.maxTrials=100",
            "--set: space.learningrate: unknown hyperparameter 'learningrate';"
                + " did you mean 'learningRate'?",
            "--set: search.maxTrials: 'x' is not a whole number");
    assertThat(Reading.digitsProblems("", "=3", "a..b=1", "seed=[1"))
        .hasSize(3)
        .allMatch(problem -> problem.startsWith("--set: "));
  }

  @Test
  void aFileWhoseNameNamesNoStudy() {
    StudyReader reader = new StudyReader(network -> TestCatalogue.CATALOGUE);
    assertThat(
            catchThrowable(
                () -> reader.read("conf/my study.yaml", "data: {format: digits}", List.of())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("name: the file's name makes none: 'my study' cannot name");
  }

  @Test
  void aWrongSecretIsNotQuoted() {
    assertThat(
            Reading.problems(
                "data: {format: jdbc, label: y, options: {password: hunter2}}"
                    + "\nsearch: {password: hunter2}"))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem).doesNotContain("hunter2"));
  }
}
