package dev.sturgeon.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.conf.MethodConf.SamplerKind;
import dev.sturgeon.conf.MethodConf.SchedulerKind;
import org.junit.jupiter.api.Test;

/** A study begun by an earlier version means what it meant then. */
final class UpgradeTest {

  @Test
  void withoutASchedulerEveryTrialTrainedToTheEnd() throws ConfigurationException {
    assertThat(method("search: {sampler: grid, rounds: 1, maxTrials: 9}"))
        .returns(SchedulerKind.FULL, MethodConf::scheduler)
        .returns(SamplerKind.GRID, MethodConf::sampler);
    assertThat(method("search: {sampler: random, rounds: 1}"))
        .isEqualTo(written("search: {scheduler: full, sampler: random, rounds: 1}"));
  }

  @Test
  void withoutASamplerItWasRandom() throws ConfigurationException {
    MethodConf plain = written("search: {scheduler: full, sampler: random, rounds: 1}");
    assertThat(method("")).isEqualTo(plain);
    assertThat(method("search: {maxTrials: 9}")).isEqualTo(plain);
  }

  @Test
  void roundsWereSeparated() throws ConfigurationException {
    assertThat(method("search: {sampler: random, rounds: 3}"))
        .isEqualTo(written("search: {scheduler: full, sampler: random, rounds: 3, strict: true}"));
  }

  @Test
  void aPresentOneIsReadAsItIs() throws ConfigurationException {
    StudyConf now = Reading.digits("search: {rounds: 3}");
    assertThat(frozen(StudyWriter.write(now))).isEqualTo(now);
  }

  @Test
  void theClassOfARuleNeedNotBeHereAnyMore() throws ConfigurationException {
    String mine = "panda: {rules: [plateau, {class: com.example.Mine}]}";
    PandaConf panda = frozen("data: {format: digits}\n" + mine).panda();
    assertThat(panda.rules())
        .extracting(PandaConf.RuleConf::name)
        .containsExactly("plateau", "com.example.Mine");
    assertThat(Reading.digitsProblems(mine))
        .as("where a study begins")
        .singleElement()
        .asString()
        .contains("panda.rules", "there is no class 'com.example.Mine'", "--jars");
  }

  private static MethodConf method(String search) throws ConfigurationException {
    return frozen("data: {format: digits}\n" + search).search().method();
  }

  private static StudyConf frozen(String yaml) throws ConfigurationException {
    return new StudyReader(network -> TestCatalogue.CATALOGUE).readFrozen("dir/study.yaml", yaml);
  }

  private static MethodConf written(String search) throws ConfigurationException {
    return Reading.digits(search).search().method();
  }
}
