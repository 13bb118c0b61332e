package dev.sturgeon.conf;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

/** Reads configurations of the test catalogue, and what is wrong with them. */
final class Reading {
  private static final StudyReader READER = new StudyReader(network -> TestCatalogue.CATALOGUE);

  private Reading() {}

  static StudyConf read(String yaml, String... overrides) throws ConfigurationException {
    return READER.read("conf/digits.yaml", yaml, List.of(overrides));
  }

  /** The digits, with more keys. */
  static StudyConf digits(String more, String... overrides) throws ConfigurationException {
    return read("data: {format: digits}\n" + more, overrides);
  }

  /** What is said of a wrong configuration. */
  static List<String> problems(String yaml, String... overrides) {
    ConfigurationException refused =
        catchThrowableOfType(ConfigurationException.class, () -> read(yaml, overrides));
    return refused.problems().stream().map(Problem::toString).toList();
  }

  /** What is said of the digits with more keys, which begin in line 2. */
  static List<String> digitsProblems(String more, String... overrides) {
    return problems("data: {format: digits}\n" + more, overrides);
  }
}
