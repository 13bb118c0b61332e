package dev.sturgeon.conf;

import dev.sturgeon.panda.Rule;
import dev.sturgeon.panda.Rules;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a single model is watched while it trains.
 *
 * @param segmentEpochs epochs between two looks, 1 or more
 * @param horizon segments after which a change shows what it is worth, 1 or more
 * @param branches how many ways on are tried at once where slots are free; 1 for none
 * @param rules asked in this order
 */
public record PandaConf(int segmentEpochs, int horizon, int branches, List<RuleConf> rules) {
  /** What holds where a configuration says nothing. */
  public static final PandaConf USUAL =
      new PandaConf(1, 3, 1, Rules.names().stream().map(RuleConf::usual).toList());

  /** Copies the list and checks the numbers. */
  public PandaConf {
    rules = List.copyOf(rules);
    if (segmentEpochs < 1 || horizon < 1 || branches < 1) {
      throw new IllegalArgumentException(
          "segmentEpochs, horizon and branches are 1 or more, not "
              + (segmentEpochs + ", " + horizon + ", " + branches));
    }
  }

  PandaConf withoutOwnRules() {
    List<RuleConf> builtIn = rules.stream().filter(rule -> !Rules.isOwn(rule.name())).toList();
    return new PandaConf(segmentEpochs, horizon, branches, builtIn);
  }

  /**
   * A rule.
   *
   * @param name one that is built in, or the name of a user's own class
   * @param thresholds all that it has, by name
   */
  public record RuleConf(String name, SortedMap<String, Double> thresholds) {
    /** Copies the map. */
    public RuleConf {
      thresholds = Collections.unmodifiableSortedMap(new TreeMap<>(thresholds));
    }

    static RuleConf usual(String name) {
      return new RuleConf(name, Rules.thresholds(name));
    }

    /** As it is written, without thresholds that are the usual ones. */
    @Override
    public String toString() {
      if (Rules.isOwn(name)) {
        return "{class: " + name + "}";
      }
      String changed =
          thresholds.entrySet().stream()
              .filter(each -> !each.getValue().equals(Rules.thresholds(name).get(each.getKey())))
              .map(each -> each.getKey() + ": " + each.getValue())
              .collect(Collectors.joining(", "));
      return changed.isEmpty() ? name : name + ": {" + changed + "}";
    }

    /**
     * Makes it.
     *
     * @throws IllegalArgumentException if it cannot be made; says what would be right
     */
    public Rule make() {
      return Rules.make(name, thresholds);
    }
  }
}
