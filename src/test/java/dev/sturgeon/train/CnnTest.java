package dev.sturgeon.train;

import static dev.sturgeon.train.TrainerContract.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.Shape;
import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.SearchSpace;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class CnnTest {
  private static final Shape GREY = new Shape(1, 28, 20);

  @Test
  void whatIsNotMentionedHasItsFallback() {
    Cnn cnn = Cnn.of(new Configuration(new TreeMap<>()));
    assertThat(cnn)
        .isEqualTo(
            new Cnn(
                List.of(8, 16), 3, Pooling.MAX, new Mlp(List.of(64), Activation.RELU, false, 0)));
  }

  @Test
  void filtersGrowFromBlockToBlock() {
    assertThat(Cnn.of(with("convLayers", 4, "filters", 6, "filterGrowth", 1.5)).filters())
        .containsExactly(6, 9, 14, 20);
    assertThat(Cnn.of(with("convLayers", 3, "filters", 2, "filterGrowth", 0.1)).filters())
        .containsExactly(2, 1, 1);
  }

  @Test
  void convolutionsHaveBatchNormWithoutAnyDenseLayer() {
    Cnn cnn = Cnn.of(with("hiddenLayers", 0, "batchNorm", "true"));
    assertThat(cnn.dense().units()).isEmpty();
    assertThat(cnn.dense().batchNorm()).isTrue();
    assertThatThrownBy(() -> Cnn.of(with("batchNorm", "true", "batchSize", 1)))
        .hasMessageContaining("batchSize of 2 or more");
  }

  @Test
  void eachBlockHalvesTheImage() {
    assertThat(Cnn.of(with()).features(GREY)).isEqualTo(new Shape(16, 7, 5));
    assertThat(Cnn.of(with("convLayers", 4)).features(GREY)).isEqualTo(new Shape(64, 1, 1));
  }

  @Test
  void whatIsNoImageOrTooSmallIsRefused() {
    assertThatThrownBy(() -> Cnn.of(with()).features(Shape.flat(64)))
        .hasMessage("a cnn needs images, and these data have 64 columns; use network: mlp");
    assertThatThrownBy(() -> Cnn.of(with("convLayers", 4)).features(new Shape(3, 9, 30)))
        .hasMessage(
            "convLayers is 4 but each layer halves the image of 9 x 30 pixels: at most 3 fit");
  }

  @Test
  void aSenselessValueIsNamed() {
    assertThatThrownBy(() -> Cnn.of(with("kernel", 4))).hasMessageContaining("one of [3, 5]");
    assertThatThrownBy(() -> Cnn.of(with("convLayers", 5))).hasMessageContaining("1 to 4");
    assertThatThrownBy(() -> Cnn.of(with("pooling", "min"))).hasMessageContaining("'min'");
  }

  @Test
  void theDefaultSpaceFollowsTheCourseAndAlwaysMakesANetwork() {
    Catalogue catalogue = CnnCatalogue.catalogue();
    SearchSpace space = catalogue.space(List.of());
    assertThat(space.hyperparameters().stream().filter(h -> !h.domain().isFixed()))
        .extracting(h -> h.name())
        .containsExactlyInAnyOrder(
            "learningRate",
            "updater",
            "momentum",
            "filters",
            "convLayers",
            "units",
            "batchSize",
            "decay");
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      Cnn cnn = Cnn.of(space.at(random.doubles(space.dimension()).toArray()));
      assertThat(cnn.features(new Shape(1, 8, 8)).size()).isPositive();
    }
  }
}
