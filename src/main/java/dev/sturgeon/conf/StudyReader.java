package dev.sturgeon.conf;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a study's configuration from YAML and finds everything that is wrong with it.
 *
 * <p>Reads no files and makes nothing but the configuration's own records. Immutable; safe to share
 * between threads.
 */
public final class StudyReader {
  private static final int MAX_TRIALS = 1_000_000;
  private static final int MAX_EPOCHS = 1_000_000;
  private static final int USUAL_TRIALS = 50;
  private static final int USUAL_EPOCHS = 30;
  private static final Map<String, Metric> METRICS = Names.of(Metric.values(), Metric::label);
  private static final Map<String, Objective.ClassWeights> WEIGHTS =
      Names.of(Objective.ClassWeights.values(), Names::lower);

  private static final Map<String, SearchConf.SamplerKind> SAMPLERS =
      Names.of(SearchConf.SamplerKind.values(), Names::lower);
  private static final int MAX_ROUNDS = 100;

  private final Function<String, Catalogue> catalogues;

  /**
   * A reader of studies.
   *
   * @param catalogues the hyperparameters of the network of a name; throws an
   *     IllegalArgumentException, which says what would be right, where there is no such network
   */
  public StudyReader(Function<String, Catalogue> catalogues) {
    this.catalogues = catalogues;
  }

  /**
   * Reads a configuration.
   *
   * @param source the file's name, for messages; without its directory and ending it is the study's
   *     name where the file gives none
   * @param yaml what the file holds
   * @param overrides {@code key=value} each, with dotted keys and values in YAML; they win over the
   *     file, later ones over earlier ones
   * @throws ConfigurationException with all that is wrong
   */
  public StudyConf read(String source, String yaml, List<String> overrides)
      throws ConfigurationException {
    Problems problems = new Problems();
    Node.Place top = new Node.Place(source, 1, "");
    Node.Mapping root = root(top, yaml, problems);
    if (root.entries().isEmpty()) {
      // What is not even YAML would only be followed by complaints about what is then missing.
      problems.raise();
    }
    for (String override : overrides) {
      Optional<Assignment> assignment = Assignment.parse(override, problems);
      if (assignment.isPresent()) {
        root = root.with(assignment.get().path(), assignment.get().value());
      }
    }
    return study(new Section(root, problems), problems, source);
  }

  private static Node.Mapping root(Node.Place top, String yaml, Problems problems) {
    Node.Mapping empty = new Node.Mapping(top, Map.of());
    Optional<Node> read = YamlTree.read(top, yaml, problems).filter(node -> !node.isNull());
    if (read.isEmpty() || read.get() instanceof Node.Mapping) {
      return (Node.Mapping) read.orElse(empty);
    }
    problems.add(top, read.get().shown() + " is no configuration; begin with a key such as name:");
    return empty;
  }

  private StudyConf study(Section study, Problems problems, String source)
      throws ConfigurationException {
    Optional<String> name = name(study, source);
    long seed = study.find("seed", Readers::whole).orElse(1L);
    Optional<DataSpec> data = new DataReader(study.section("data")).read();
    Objective objective = objective(study.section("objective"), data);
    Optional<Network> network = network(study);
    Optional<SearchSpace> space =
        network.flatMap(known -> new SpaceReader(known.catalogue(), problems).read(study));
    if (network.isEmpty()) {
      study.node("space");
    }
    SearchConf search = search(study.section("search"), objective.metric());
    study.done();
    problems.raise();
    return new StudyConf(
        name.orElseThrow(),
        seed,
        data.orElseThrow(),
        network.orElseThrow().name(),
        objective,
        space.orElseThrow(),
        search);
  }

  private record Network(String name, Catalogue catalogue) {}

  /** A name, or {class: a user's own}. */
  private Optional<Network> network(Section study) {
    boolean own = study.node("network").filter(Node.Mapping.class::isInstance).isPresent();
    if (!own && study.node("network").isPresent()) {
      return study.find("network", this::known);
    }
    if (!own) {
      return Optional.of(new Network("mlp", catalogues.apply("mlp")));
    }
    Section section = study.section("network");
    Optional<Network> network =
        section.require("class", "the name of a class that makes the network", this::known);
    section.done();
    return network;
  }

  private Network known(Node node) {
    String name = Readers.text(node);
    return new Network(name, catalogues.apply(name));
  }

  private static Optional<String> name(Section study, String source) {
    if (study.node("name").isPresent()) {
      return study.find("name", node -> StudyConf.checkName(Readers.text(node)));
    }
    String file = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    try {
      return Optional.of(StudyConf.checkName(file.replaceFirst("\\.ya?ml$", "")));
    } catch (IllegalArgumentException e) {
      study.problem("name", "the file's name makes none: " + Section.message(e));
      return Optional.empty();
    }
  }

  private static Objective objective(Section objective, Optional<DataSpec> data) {
    Metric metric = objective.find("metric", node -> metric(node, data)).orElse(Metric.ACCURACY);
    Objective.ClassWeights weights =
        objective.find("classWeights", Readers.oneOf(WEIGHTS)).orElse(Objective.ClassWeights.NONE);
    objective.done();
    try {
      return new Objective(metric, weights);
    } catch (IllegalArgumentException e) {
      objective.problem("classWeights", Section.message(e));
      return new Objective(metric, Objective.ClassWeights.NONE);
    }
  }

  private static Metric metric(Node node, Optional<DataSpec> data) {
    Metric metric = Readers.oneOf(METRICS).read(node);
    return data.map(spec -> StudyConf.checkMetric(metric, spec.source())).orElse(metric);
  }

  private static SearchConf search(Section search, Metric metric) {
    SearchConf.SamplerKind sampler =
        search.find("sampler", Readers.oneOf(SAMPLERS)).orElse(SearchConf.SamplerKind.RANDOM);
    int rounds = search.find("rounds", Readers.count(MAX_ROUNDS)).orElse(1);
    if (rounds > 1 && sampler == SearchConf.SamplerKind.GRID) {
      search.problem("rounds", "refine a random search; a grid has none: leave it out");
      rounds = 1;
    }
    int maxTrials = search.find("maxTrials", Readers.count(MAX_TRIALS)).orElse(USUAL_TRIALS);
    int maxEpochs = search.find("maxEpochs", Readers.count(MAX_EPOCHS)).orElse(USUAL_EPOCHS);
    int segmentEpochs =
        Math.min(
            maxEpochs, search.find("segmentEpochs", Readers.count(MAX_EPOCHS)).orElse(maxEpochs));
    Duration maxDuration = search.find("maxDuration", StudyReader::limit).orElse(null);
    Double maxCoreHours = search.find("maxCoreHours", StudyReader::coreHours).orElse(null);
    Double target =
        search
            .find("target", node -> StudyConf.checkTarget(metric, Readers.number(node)))
            .orElse(null);
    Integer noGain = search.find("stopAfterNoGain", Readers.count(MAX_TRIALS)).orElse(null);
    Integer maxParallel = search.find("maxParallel", Readers.count(MAX_TRIALS)).orElse(null);
    boolean gradientCheck = search.find("gradientCheck", Readers::flag).orElse(true);
    search.done();
    return new SearchConf(
        sampler,
        rounds,
        maxTrials,
        maxEpochs,
        segmentEpochs,
        maxDuration,
        maxCoreHours,
        target,
        noGain,
        maxParallel,
        gradientCheck);
  }

  private static double coreHours(Node node) {
    double hours = Readers.number(node);
    if (!(hours > 0)) {
      throw new IllegalArgumentException(
          node.shown() + " leaves nothing to train with; give hours above 0, such as 0.5");
    }
    return hours;
  }

  private static Duration limit(Node node) {
    Duration limit = Readers.duration(node);
    if (limit.isZero()) {
      throw new IllegalArgumentException(node.shown() + " leaves no time; give at least 1s");
    }
    return limit;
  }
}
