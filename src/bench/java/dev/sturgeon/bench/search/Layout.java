package dev.sturgeon.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sturgeon.space.Hyperparameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a surrogate's two JSON files do not say: which input is the data set, which the fidelity,
 * the order of the inputs, and which output is what.
 *
 * <p>A {@code layout.json} beside them says it: {@code {"instance": …, "fidelity": …, "continuous":
 * […], "categorical": […], "score": 1, "time": 0, "scale": 0.01}}, any part of which may be left
 * out. What it leaves out is taken from the layouts that are known, or guessed. The data set is an
 * input with one of the names YAHPO uses, or else the first one of {@code encoding.json}; the
 * fidelity has one of the usual names. Categorical inputs: the data set, then the order of {@code
 * encoding.json}. Continuous inputs: the fidelity, then the order of {@code config_space.json}.
 * Outputs: the time first, then a score in per cent, as in lcbench. A wrong guess is not noticed
 * here: a new surrogate needs its {@code layout.json} unless it is like lcbench.
 *
 * @param instance the categorical input that names the data set; null where there is but one
 * @param fidelity the continuous input that says how long was trained
 * @param continuous names of the continuous inputs, in order
 * @param categorical names of the categorical inputs, in order
 * @param score which output is the score, from 0
 * @param time which output is the time, from 0
 * @param scale what the score is multiplied by; negative where less is better
 */
record Layout(
    @Nullable String instance,
    String fidelity,
    List<String> continuous,
    List<String> categorical,
    int score,
    int time,
    double scale) {
  private static final KnownLayouts.Outputs USUAL = new KnownLayouts.Outputs(1, 0, 0.01);
  private static final List<String> INSTANCES =
      List.of("OpenML_task_id", "task_id", "task", "dataset", "instance");
  private static final List<String> FIDELITIES =
      List.of("epoch", "epochs", "trainsize", "budget", "step", "steps", "iteration", "iterations");

  Layout {
    continuous = List.copyOf(continuous);
    categorical = List.copyOf(categorical);
  }

  /**
   * The layout of a surrogate.
   *
   * @param said what its {@code layout.json} says, or nothing
   */
  static Layout of(ConfigSpace space, Encoding encoding, JsonNode said) {
    List<String> names = space.hyperparameters().stream().map(Hyperparameter::name).toList();
    String instance =
        said.has("instance")
            ? said.get("instance").asText(null)
            : first(INSTANCES, encoding.inputs())
                .orElseGet(() -> encoding.inputs().stream().findFirst().orElse(null));
    List<String> numbers = names.stream().filter(name -> !encoding.has(name)).toList();
    String fidelity =
        Optional.ofNullable(said.path("fidelity").asText(null))
            .or(() -> first(FIDELITIES, numbers))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "which of %s is the fidelity? Say so in layout.json: {\"fidelity\": …}"
                            .formatted(numbers)));
    KnownLayouts.Known like =
        KnownLayouts.of(numbers, encoding.inputs())
            .orElseGet(
                () ->
                    new KnownLayouts.Known(
                        front(fidelity, numbers), front(instance, encoding.inputs()), USUAL));
    return new Layout(
        instance,
        fidelity,
        order(said.path("continuous"), like.continuous()),
        order(said.path("categorical"), like.categorical()),
        said.path("score").asInt(like.outputs().score()),
        said.path("time").asInt(like.outputs().time()),
        said.path("scale").asDouble(like.outputs().scale()));
  }

  private static Optional<String> first(List<String> wanted, List<String> there) {
    return wanted.stream().filter(there::contains).findFirst();
  }

  private static List<String> front(@Nullable String name, List<String> all) {
    return Stream.concat(Stream.ofNullable(name), all.stream().filter(other -> !other.equals(name)))
        .toList();
  }

  private static List<String> order(JsonNode said, List<String> otherwise) {
    List<String> names = new ArrayList<>();
    StreamSupport.stream(said.spliterator(), false).map(JsonNode::asText).forEach(names::add);
    return names.isEmpty() ? otherwise : names;
  }
}
