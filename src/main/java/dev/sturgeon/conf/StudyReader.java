package dev.sturgeon.conf;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
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
  private static final Map<String, Metric> METRICS = Names.of(Metric.values(), Metric::label);
  private static final Map<String, Objective.ClassWeights> WEIGHTS =
      Names.of(Objective.ClassWeights.values(), Names::lower);

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
    Node.Mapping root = root(source, yaml, problems);
    for (String override : overrides) {
      Optional<Assignment> assignment = Assignment.parse(override, problems);
      if (assignment.isPresent()) {
        root = root.with(assignment.get().path(), assignment.get().value());
      }
    }
    return study(new Section(root, problems), problems, source, false);
  }

  /**
   * Reads the configuration that is frozen in a study's directory. It means what it meant to the
   * version that began the study, which may be an earlier one. The classes of its rules need not be
   * here.
   *
   * @throws ConfigurationException with all that is wrong
   */
  public StudyConf readFrozen(String source, String yaml) throws ConfigurationException {
    Problems problems = new Problems();
    Node.Mapping root = Upgrade.upgrade(root(source, yaml, problems));
    return study(new Section(root, problems), problems, source, true);
  }

  private static Node.Mapping root(String source, String yaml, Problems problems)
      throws ConfigurationException {
    Node.Place top = new Node.Place(source, 1, "");
    Optional<Node> read = YamlTree.read(top, yaml, problems).filter(node -> !node.isNull());
    Node root = read.orElseGet(() -> new Node.Mapping(top, Map.of()));
    if (root instanceof Node.Mapping mapping && !mapping.entries().isEmpty()) {
      return mapping;
    }
    if (!(root instanceof Node.Mapping)) {
      problems.add(top, root.shown() + " is no configuration; begin with a key such as name:");
    }
    // What is not even YAML would only be followed by complaints about what is then missing.
    problems.raise();
    return new Node.Mapping(top, Map.of());
  }

  private StudyConf study(Section study, Problems problems, String source, boolean frozen)
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
    SearchConf search =
        new SearchReader(study.section("search"), problems).read(objective.metric(), space);
    ConfirmConf confirm = new ConfirmReader(study.section("confirm")).read();
    RetestConf retest = new RetestReader(study.section("retest")).read();
    SeriesConf series = SeriesConf.read(study.section("series"));
    PandaConf panda = new PandaReader(study.section("panda"), problems, frozen).read();
    VersusConf versus = new VersusReader(study.section("versus")).read();
    study.done();
    problems.raise();
    return new StudyConf(
        name.orElseThrow(),
        seed,
        data.orElseThrow(),
        network.orElseThrow().name(),
        objective,
        space.orElseThrow(),
        search,
        confirm,
        retest,
        series,
        panda,
        versus);
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
}
