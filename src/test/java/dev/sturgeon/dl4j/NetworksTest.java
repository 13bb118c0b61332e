package dev.sturgeon.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks by name: what is found, and what is said where nothing is. */
final class NetworksTest {

  @Test
  void builtInAndOwnNetworksGoThroughTheSameDoor() {
    assertThat(Networks.named("mlp")).isInstanceOf(MlpNetwork.class);
    assertThat(Networks.named(OwnStack.class.getName())).isInstanceOf(OwnStack.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mpl              | there is no network 'mpl'; did you mean 'mlp'?",
        "transformer      | known: cnn, mlp",
        "com.example.None | there is no class com.example.None; is it in a jar given with --jars?",
        "java.lang.String | class java.lang.String is no network; it must implement dev.sturgeon",
        "dev.sturgeon.dl4j.NetworksTest$Hidden     | must be public and not abstract",
        "dev.sturgeon.dl4j.NetworksTest$Unfinished | must be public and not abstract",
        "dev.sturgeon.dl4j.NetworksTest$Demanding  | a public constructor without parameters",
        "dev.sturgeon.dl4j.NetworksTest$Broken     | failed: java.lang.IllegalStateException: no"
      })
  void whatIsNoNetworkIsExplained(String name, String message) {
    assertThatThrownBy(() -> Networks.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> Networks.catalogue(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anOwnNetworksSpaceHoldsTrainingsHyperparametersAndItsOwn() {
    Configuration defaults =
        Networks.catalogue(OwnStack.class.getName()).space(List.of()).defaults();
    assertThat(defaults.real("learningRate")).isEqualTo(0.003);
    assertThat(defaults.integer("units")).isEqualTo(8);
    assertThat(defaults.text("activation")).isEqualTo("elu");
    assertThat(defaults.has("dropout")).isTrue();
    assertThat(defaults.has("hiddenLayers")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "learningRate | 'learningRate' is a hyperparameter of training; choose another name",
        "my units     | 'my units' is no name",
        "twice        | twice is listed twice"
      })
  void namesThatCannotBeAreRefused(String name, String message) {
    Named.name = name;
    assertThatThrownBy(() -> Networks.catalogue(Named.class.getName()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the hyperparameters of " + Named.class.getName())
        .hasMessageContaining(message);
  }

  @Test
  void aDomainWithoutSenseIsRefused() {
    assertThatThrownBy(() -> Networks.catalogue(Senseless.class.getName()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the hyperparameters of " + Senseless.class.getName());
  }

  @Test
  void aCatalogueCanBeMadeOfWhatAStudySearchedWithoutTheClass() {
    SearchSpace space = Networks.catalogue(OwnStack.class.getName()).space(List.of());
    Catalogue recorded = Networks.catalogue("com.example.Gone", space);
    assertThat(recorded.space(space.hyperparameters())).isEqualTo(space);
    assertThat(recorded.names()).contains("units", "learningRate");
  }

  @Test
  void theTrainingSettingsOfAnOwnNetworkAreChecked() {
    Configuration wrong = Configuration.of(java.util.Map.of("l2", Value.of(-1.0)));
    assertThatThrownBy(() -> Networks.check(OwnStack.class.getName(), wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("l2 is '-1.0'");
  }

  /** Gives nothing. */
  public abstract static class Base implements NetworkFactory {
    @Override
    public Blueprint create(Configuration configuration, NetworkContext context) {
      throw new UnsupportedOperationException("not made in these tests");
    }
  }

  static final class Hidden extends Base {}

  /** Cannot be made. */
  public abstract static class Unfinished extends Base {}

  /** Wants to be given something. */
  public static final class Demanding extends Base {
    public Demanding(String wish) {
      throw new IllegalStateException(wish);
    }
  }

  /** Fails at once. */
  public static final class Broken extends Base {
    public Broken() {
      throw new IllegalStateException("no");
    }
  }

  /** Has two hyperparameters of one name. */
  public static final class Named extends Base {
    private static String name = "";

    @Override
    public List<Hyperparameter> hyperparameters() {
      Hyperparameter one = Hyperparameter.of(name, IntegerDomain.of(1, 4, Scale.LINEAR));
      return List.of(one, one);
    }
  }

  /** Has a domain from high to low. */
  public static final class Senseless extends Base {
    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.of("depth", IntegerDomain.of(4, 1, Scale.LINEAR)));
    }
  }
}
