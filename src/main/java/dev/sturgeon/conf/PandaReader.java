package dev.sturgeon.conf;

import dev.sturgeon.conf.PandaConf.RuleConf;
import dev.sturgeon.panda.Rule;
import dev.sturgeon.panda.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Reads the section {@code panda}: how a single model is watched while it trains. */
final class PandaReader {
  private static final int MOST = 1_000_000;
  private static final int MOST_BRANCHES = 64;

  private final Section panda;
  private final Problems problems;
  private final boolean frozen;

  /**
   * A reader.
   *
   * @param frozen whether users' own rules were seen when it was written, and need not be here
   */
  PandaReader(Section panda, Problems problems, boolean frozen) {
    this.panda = panda;
    this.problems = problems;
    this.frozen = frozen;
  }

  PandaConf read() {
    PandaConf usual = PandaConf.USUAL;
    PandaConf read =
        new PandaConf(
            panda.find("segmentEpochs", Readers.count(MOST)).orElse(usual.segmentEpochs()),
            panda.find("horizon", Readers.count(MOST)).orElse(usual.horizon()),
            panda.find("branches", Readers.count(MOST_BRANCHES)).orElse(usual.branches()),
            panda.find("rules", PandaReader::nodes).map(this::rules).orElse(usual.rules()));
    panda.done();
    return read;
  }

  private static List<Node> nodes(Node node) {
    if (node instanceof Node.Items items) {
      return items.nodes();
    }
    throw new IllegalArgumentException(
        node.shown() + " is not a list of rules, such as [rollback, plateau: {factor: 0.5}]");
  }

  private List<RuleConf> rules(List<Node> nodes) {
    List<RuleConf> rules = new ArrayList<>();
    for (Node node : nodes) {
      try {
        rules.add(rule(node));
      } catch (IllegalArgumentException e) {
        problems.add(node.place(), Section.message(e));
      }
    }
    return rules;
  }

  /** A name, {name: {thresholds}} or {class: a user's own}. */
  private RuleConf rule(Node node) {
    if (node instanceof Node.Scalar) {
      return checked(RuleConf.usual(Readers.text(node)));
    }
    if (!(node instanceof Node.Mapping mapping) || mapping.entries().size() != 1) {
      throw new IllegalArgumentException(
          node.shown()
              + " is not a rule; give its name, {name: {threshold: number}} or {class: your own}");
    }
    Map.Entry<String, Node> entry = mapping.entries().entrySet().iterator().next();
    if (entry.getKey().equals("class")) {
      String name = Readers.text(entry.getValue());
      if (!Rules.isOwn(name)) {
        throw new IllegalArgumentException(
            entry.getValue().shown() + " is not the full name of a class, with its package");
      }
      return checked(RuleConf.usual(name));
    }
    SortedMap<String, Double> thresholds = Rules.thresholds(entry.getKey());
    Section section = new Section(Readers.mapping(entry.getValue()), problems);
    for (String name : List.copyOf(thresholds.keySet())) {
      section.find(name, Readers::number).ifPresent(value -> thresholds.put(name, value));
    }
    section.done();
    return checked(new RuleConf(entry.getKey(), thresholds));
  }

  private RuleConf checked(RuleConf conf) {
    if (!frozen || !Rules.isOwn(conf.name())) {
      Rule unused = conf.make();
    }
    return conf;
  }
}
