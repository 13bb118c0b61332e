package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is known of a study's data tells which configurations could only fail. */
final class TrainableTest {
  private static DataFacts data(int columns) {
    return new DataFacts("hash", new TreeMap<>(), columns, List.of("a", "b"), "{}");
  }

  private static Trainable of(int columns, String source) throws Exception {
    return Trainable.of(PhasesBench.conf("data=" + source), data(columns));
  }

  private static Configuration shifted(long pixels) throws Exception {
    return PhasesBench.conf().space().defaults().with("shift", Value.of(pixels));
  }

  @Test
  void rowsCannotBeShifted() throws Exception {
    Trainable table = of(7, "{format: csv, path: a.csv, label: b}");
    assertThat(table.obstacle(shifted(0))).isEmpty();
    assertThat(table.obstacle(shifted(2)))
        .contains("shift 2 needs images, and these data have 7 columns; leave it out");
  }

  @Test
  void imagesCanAsFarAsTheyAreWide() throws Exception {
    Trainable grey = of(784, "{format: idx, path: a}");
    assertThat(grey.obstacle(shifted(27))).isEmpty();
    assertThat(grey.obstacle(shifted(28)))
        .contains("shift 28 would move images of 28 x 28 pixels out of sight; use a smaller one");
    Trainable colours = of(3072, "{format: idx, path: a}");
    assertThat(colours.obstacle(shifted(31))).isEmpty();
    assertThat(colours.obstacle(shifted(32)).orElseThrow()).contains("32 x 32 pixels");
    Trainable sized = of(3 * 20 * 30, "{format: images, path: a, size: 20x30, channels: 3}");
    assertThat(sized.obstacle(shifted(19))).isEmpty();
    assertThat(sized.obstacle(shifted(20)).orElseThrow()).contains("20 x 30 pixels");
  }

  @Test
  void whatIsNotKnownForbidsNothing() throws Exception {
    assertThat(of(600, "{format: idx, path: a}").obstacle(shifted(500)))
        .as("20 x 30 or 10 x 60")
        .isEmpty();
    StudyConf conf = PhasesBench.conf();
    assertThat(Trainable.of(conf, null).obstacle(shifted(1))).isEmpty();
  }

  @Test
  void theNetworksOwnRulesHoldToo() throws Exception {
    Configuration single =
        PhasesBench.conf("space.batchNorm=true").space().defaults().with("batchSize", Value.of(1L));
    for (String network : List.of("mlp", "cnn")) {
      assertThat(new Trainable(network, null).obstacle(single).orElseThrow())
          .contains("batchSize 1 with batchNorm true");
    }
  }
}
