package dev.sturgeon.bench;

import dev.sturgeon.api.StudyRequest;
import dev.sturgeon.api.Sturgeon;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.trial.Trial;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a panda's rules make of a learning rate that is set 10 times too high or 30 times too low:
 * final dev accuracy with rules and without, beside the best constant rate that a search over rates
 * alone found. The arguments are digits or fashion; branches, for what the rules make of it where
 * what they want is tried beside no change, on 2 slots; the seeds, by default 1 to 5; further ones
 * such as {@code panda.horizon=5} are set in every run.
 */
public final class PandaBench {
  private static final String RATES = "[0.0003, 0.001, 0.003, 0.01, 0.03]";

  private final String name;
  private final List<String> usual;
  private final List<Variant> variants;

  private PandaBench(String name, List<String> usual, List<Variant> variants) {
    this.name = name;
    this.usual = usual;
    this.variants = variants;
  }

  /** What is set besides, and what accuracy it is to have. */
  private record Variant(String name, String aim, List<String> settings) {
    static final Variant OFF = new Variant("off", "-", List.of("panda.rules=[]"));
    static final Variant ON = new Variant("on", "above off", List.of());
    static final Variant BRANCHES =
        new Variant("branches", "above off", List.of("panda.branches=2"));
  }

  /** How a panda ended. */
  private record Outcome(double accuracy, Cost cost) {}

  /** Runs the benchmark. */
  public static void main(String[] args) throws Exception {
    List<String> usual = new ArrayList<>();
    List<Long> seeds = new ArrayList<>();
    boolean fashion = false;
    List<Variant> variants = new ArrayList<>(List.of(Variant.OFF, Variant.ON));
    for (String arg : args) {
      if (arg.contains("=")) {
        usual.add(arg);
      } else if (arg.matches("[0-9]+")) {
        seeds.add(Long.parseLong(arg));
      } else if (arg.equals("branches")) {
        variants.add(Variant.BRANCHES);
      } else {
        fashion |= arg.equals("fashion");
      }
    }
    if (fashion) {
      usual.add("data={format: idx, path: /usr/share/datasets/fashion-mnist, split: {dev: 0.15}}");
      usual.add("space.batchSize=128");
      usual.add("search.maxEpochs=15");
    }
    new PandaBench("panda." + (fashion ? "fashion" : "digits"), usual, variants)
        .run(seeds.isEmpty() ? List.of(1L, 2L, 3L, 4L, 5L) : seeds);
  }

  private void run(List<Long> seeds) throws Exception {
    List<Double> constant = new ArrayList<>();
    Map<String, List<Outcome>> outcomes = new HashMap<>();
    for (long seed : seeds) {
      String key = name + ".seed" + seed;
      Trial best = search(seed);
      constant.add(last(best));
      double rate = best.configuration().real("learningRate");
      Figures.print(key + ".constant.rate", rate, "-");
      Figures.print(key + ".constant", last(best), "-");
      for (Variant variant : variants) {
        String high = "high." + variant.name();
        String low = "low." + variant.name();
        add(outcomes, high, panda(seed, rounded(rate * 10), key + "." + high, variant));
        add(outcomes, low, panda(seed, rounded(rate / 30), key + "." + low, variant));
      }
    }
    double best = constant.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    Figures.print(name + ".constant.mean", best, "-");
    for (String start : List.of("high", "low")) {
      double without = accuracy(of(outcomes, start + ".off"));
      for (Variant variant : variants) {
        String side = start + "." + variant.name();
        double with = print(side, of(outcomes, side), variant.aim());
        if (!variant.equals(Variant.OFF)) {
          double recovered = (with - without) / (best - without);
          Figures.print(name + "." + side + ".recovered", recovered, "above 0.5");
        }
      }
    }
  }

  /** Else a thirtieth of 0.0003 were a little less than 0.00001, where the space ends. */
  private static double rounded(double rate) {
    return new BigDecimal(rate).round(new MathContext(6)).doubleValue();
  }

  private static void add(Map<String, List<Outcome>> outcomes, String side, Outcome one) {
    outcomes.computeIfAbsent(side, unused -> new ArrayList<>()).add(one);
  }

  /** Prints their means; returns that of their accuracies. */
  private double print(String side, List<Outcome> all, String aim) {
    double accuracy = accuracy(all);
    Figures.print(name + "." + side + ".mean", accuracy, aim);
    Cost.mean(all.stream().map(Outcome::cost).toList()).print(name + "." + side + ".mean");
    return accuracy;
  }

  private static List<Outcome> of(Map<String, List<Outcome>> outcomes, String side) {
    return Objects.requireNonNull(outcomes.get(side));
  }

  private static double accuracy(List<Outcome> all) {
    return Figures.mean(all.stream().mapToDouble(Outcome::accuracy).toArray());
  }

  /** The best of several constant rates; its accuracy is selected on, and flatters it a little. */
  private Trial search(long seed) throws Exception {
    List<String> more = new ArrayList<>(usual);
    Collections.addAll(
        more,
        "space.learningRate={choices: " + RATES + "}",
        "search.sampler=grid",
        "search.maxTrials=9",
        "confirm.enabled=false");
    Path directory = Command.studyDirectory(name + ".search." + seed);
    Sturgeon.search(
        request(seed, directory, more), conf -> StudyListener.silent(), new StopSignal());
    return state(directory).history().best().orElseThrow();
  }

  private Outcome panda(long seed, double rate, String key, Variant variant) throws Exception {
    List<String> more = new ArrayList<>(usual);
    more.add("search.first=[{learningRate: " + rate + "}]");
    more.addAll(variant.settings());
    Path directory = Command.studyDirectory(key);
    Sturgeon.panda(
        request(seed, directory, more),
        null,
        conf ->
            new StudyListener() {
              @Override
              public void note(String sentence) {
                System.err.println(key + ": " + sentence);
              }
            },
        new StopSignal());
    StudyState state = state(directory);
    // The model that was left at the end: all others had been given up.
    Trial left =
        state.history().trials().stream()
            .filter(trial -> trial.status() == Trial.Status.COMPLETED)
            .reduce((earlier, later) -> later)
            .orElse(state.history().trials().get(0));
    Outcome outcome = new Outcome(last(left), Cost.of(directory));
    Figures.print(key, outcome.accuracy(), "-");
    Figures.print(key + ".epochs", left.epoch(), "-");
    outcome.cost().print(key);
    return outcome;
  }

  private static StudyRequest request(long seed, Path directory, List<String> overrides) {
    List<String> all = new ArrayList<>(overrides);
    all.add("seed=" + seed);
    return new StudyRequest("conf/panda.yaml", all, directory.toString(), "local[2]");
  }

  private static StudyState state(Path directory) throws Exception {
    return StudyState.from(JournalReader.read(StudyStorage.open(directory.toString())).entries());
  }

  private static double last(Trial trial) {
    return trial.curve().isEmpty() ? 0 : trial.curve().get(trial.curve().size() - 1).dev().metric();
  }
}
