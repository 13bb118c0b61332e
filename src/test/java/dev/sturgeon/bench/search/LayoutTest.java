package dev.sturgeon.bench.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LayoutTest {

  @Test
  void withoutALayoutTheDataSetAndTheFidelityComeFirst() {
    Layout layout = Layout.of(Tiny.space(), Tiny.encoding(), MissingNode.getInstance());
    assertThat(layout.instance()).isEqualTo("task_id");
    assertThat(layout.fidelity()).isEqualTo("epoch");
    assertThat(layout.categorical()).isEqualTo(List.of("task_id", "kernel", "learner"));
    assertThat(layout.continuous().get(0)).isEqualTo("epoch");
    assertThat(layout.continuous()).containsExactlyInAnyOrder("epoch", "gamma", "layers", "skip");
    assertThat(layout.time()).isZero();
    assertThat(layout.score()).isEqualTo(1);
  }

  @Test
  void aLayoutHasTheLastWord() {
    Layout layout =
        Layout.of(
            Tiny.space(),
            Tiny.encoding(),
            Tiny.json(
                "{\"instance\": null, \"fidelity\": \"layers\", \"continuous\": [\"skip\","
                    + " \"gamma\", \"layers\", \"epoch\"], \"score\": 2, \"time\": 5, \"scale\":"
                    + " -1}"));
    assertThat(layout.instance()).isNull();
    assertThat(layout.fidelity()).isEqualTo("layers");
    assertThat(layout.continuous()).isEqualTo(List.of("skip", "gamma", "layers", "epoch"));
    assertThat(layout.categorical()).isEqualTo(List.of("kernel", "learner", "task_id"));
    assertThat(layout.score()).isEqualTo(2);
    assertThat(layout.scale()).isEqualTo(-1);
  }

  @Test
  void theOrderOfLcbenchIsKnown() {
    List<Hyperparameter> shuffled =
        Stream.of(
                "batch_size",
                "epoch",
                "learning_rate",
                "max_dropout",
                "max_units",
                "momentum",
                "num_layers",
                "weight_decay")
            .map(name -> Hyperparameter.of(name, RealDomain.of(0, 1, Scale.LINEAR)))
            .toList();
    Layout layout =
        Layout.of(
            new ConfigSpace(shuffled),
            new Encoding(Map.of("OpenML_task_id", Map.of("1", 1))),
            MissingNode.getInstance());
    assertThat(layout.continuous().subList(0, 4))
        .isEqualTo(List.of("epoch", "batch_size", "learning_rate", "momentum"));
    assertThat(layout.instance()).isEqualTo("OpenML_task_id");
    assertThat(layout.scale()).as("per cent").isEqualTo(0.01);
  }

  @Test
  void aFidelityThatNobodyKnowsIsAskedFor() {
    ConfigSpace space =
        new ConfigSpace(List.of(Hyperparameter.of("x", RealDomain.of(0, 1, Scale.LINEAR))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Layout.of(space, Tiny.encoding(), MissingNode.getInstance()))
        .withMessageContaining("layout.json");
  }

  @Test
  void choicesHaveTheNumbersOfTheFile() {
    assertThat(Tiny.encoding().number("kernel", "radial")).isEqualTo(2);
    assertThat(Tiny.encoding().absent("kernel")).isZero();
    assertThat(Tiny.encoding().has("task_id", "12")).isFalse();
  }

  @Test
  void aShareOfTheDataIsCutIntoEqualParts() {
    Fidelity share = Fidelity.of(RealDomain.of(0.05, 1, Scale.LINEAR));
    assertThat(share.value(share.epochs())).isEqualTo(1);
    assertThat(share.value(1)).isEqualTo(0.05);
    assertThat(share.value(share.epochs() / 2)).isEqualTo(0.5);
  }
}
