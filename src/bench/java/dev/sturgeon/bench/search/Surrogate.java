package dev.sturgeon.bench.search;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Domain;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A YAHPO surrogate in a directory of its own: {@code model.onnx}, {@code config_space.json} and
 * {@code encoding.json} (Pfisterer and others, YAHPO Gym, 2022). Holds a network until it is
 * closed.
 */
final class Surrogate implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What repeats a training with other chances is no hyperparameter. */
  private static final Set<String> REPEATS = Set.of("repl", "replication");

  private final ConfigSpace space;
  private final Encoding encoding;
  private final Layout layout;
  private final OnnxModel model;

  Surrogate(Path directory) throws IOException, OrtException {
    this.space = ConfigSpace.of(read(directory.resolve("config_space.json")));
    this.encoding = Encoding.of(read(directory.resolve("encoding.json")));
    Path said = directory.resolve("layout.json");
    this.layout =
        Layout.of(space, encoding, Files.exists(said) ? read(said) : MissingNode.getInstance());
    this.model = new OnnxModel(directory.resolve("model.onnx"));
  }

  /** How its inputs and outputs are understood, for people to check. */
  String layout() {
    return layout.toString();
  }

  private static JsonNode read(Path file) throws IOException {
    return JSON.readTree(file.toFile());
  }

  /** Its data sets, in the order of their numbers. */
  List<Problem> problems() {
    Fidelity fidelity = Fidelity.of(domain(layout.fidelity()));
    return instances()
        .map(name -> new SurrogateProblem(name, searched(name), layout, encoding, fidelity, model))
        .map(Problem.class::cast)
        .toList();
  }

  private Stream<String> instances() {
    String instance = layout.instance();
    if (instance == null) {
      return Stream.of("all");
    }
    List<Value> choices =
        domain(instance) instanceof CategoricalDomain several
            ? several.choices()
            : List.of(domain(instance).at(0));
    return choices.stream()
        .map(Value::toString)
        .filter(choice -> encoding.has(instance, choice))
        .sorted(Comparator.comparingInt(choice -> encoding.number(instance, choice)));
  }

  /** All but the fidelity, with the data set fixed. */
  private SearchSpace searched(String name) {
    return new SearchSpace(
        space.hyperparameters().stream()
            .filter(h -> !h.name().equals(layout.fidelity()))
            .map(
                h ->
                    h.name().equals(layout.instance())
                        ? Hyperparameter.of(h.name(), new FixedDomain(Value.of(name)))
                        : h)
            .map(
                h ->
                    REPEATS.contains(h.name())
                        ? Hyperparameter.of(h.name(), new FixedDomain(h.defaultValue()))
                        : h)
            .toList());
  }

  private Domain domain(String name) {
    return space.hyperparameters().stream()
        .filter(h -> h.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("config_space.json has no " + name))
        .domain();
  }

  @Override
  public void close() throws OrtException {
    model.close();
  }
}
