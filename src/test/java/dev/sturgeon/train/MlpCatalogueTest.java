package dev.sturgeon.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class MlpCatalogueTest {
  private static final Catalogue CATALOGUE = MlpCatalogue.catalogue();

  @Test
  void everyHyperparameterIsThere() {
    assertThat(CATALOGUE.names())
        .doesNotHaveDuplicates()
        .contains("hiddenLayers", "units", "taper", "units2", "units8", "activation", "weightInit")
        .contains("batchNorm", "dropout", "l2", "batchSize", "updater", "learningRate", "momentum")
        .contains("beta1", "beta2", "epsilon", "decay", "decayRate", "decayEvery", "gradientClip")
        .contains("earlyStopping")
        .doesNotContain("units1", "units9");
  }

  @Test
  void fallbacksAreLegalAndInTheDefaultDomains() {
    for (Catalogue.Entry entry : CATALOGUE.entries()) {
      entry.fallback().ifPresent(value -> assertThat(entry.legal()).accepts(value));
      entry
          .searched()
          .ifPresent(
              domain ->
                  assertThat(domain.contains(entry.fallback().orElseThrow()))
                      .as(entry.name())
                      .isTrue());
    }
  }

  @Test
  void theDefaultSpaceFollowsTheCourse() {
    Predicate<Catalogue.Entry> searched = entry -> entry.searched().isPresent();
    assertThat(CATALOGUE.entries())
        .filteredOn(searched)
        .extracting(Catalogue.Entry::name)
        .containsExactly(
            "learningRate", "updater", "momentum", "hiddenLayers", "units", "batchSize", "decay");
  }

  @Test
  void everyConfigurationOfTheDefaultSpaceMakesANetwork() {
    SearchSpace space = defaultSpace();
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      double[] cube = random.doubles(space.dimension()).toArray();
      Configuration configuration = space.at(cube);
      Mlp mlp = Mlp.of(configuration);
      assertThat(mlp.units()).hasSize(configuration.integer("hiddenLayers"));
      assertThat(configuration.has("momentum"))
          .isEqualTo(TrainingSettings.of(configuration).updater() instanceof Updater.Nesterov);
    }
    assertThat(Mlp.of(space.defaults()).units()).containsExactly(128, 128);
  }

  @Test
  void everyNamedChoiceMakesANetwork() {
    for (String name : new String[] {"activation", "weightInit", "updater", "decay"}) {
      Catalogue.Entry entry = CATALOGUE.find(name).orElseThrow();
      String[] choices = entry.wanted().replaceAll("one of \\[|\\]", "").split(", ");
      assertThat(choices).hasSizeGreaterThan(4);
      for (String choice : choices) {
        assertThat(entry.legal()).accepts(Value.of(choice));
        assertThat(Mlp.of(TrainerContract.with(name, choice))).isNotNull();
      }
    }
  }

  /** Searched where the catalogue says so, fixed at the fallback elsewhere. */
  private static SearchSpace defaultSpace() {
    return new SearchSpace(
        CATALOGUE.entries().stream()
            .filter(entry -> entry.fallback().isPresent())
            .map(
                entry ->
                    new Hyperparameter(
                        entry.name(),
                        entry.searched().orElse(new FixedDomain(entry.fallback().get())),
                        entry.fallback().get(),
                        entry.condition().orElse(null)))
            .toList());
  }

  @Test
  void theUpdaterIsSearchedAmongAdamAndNesterov() {
    assertThat(CATALOGUE.find("updater").orElseThrow().searched())
        .contains(new CategoricalDomain(java.util.List.of(Value.of("adam"), Value.of("nesterov"))));
  }
}
