package dev.sturgeon.bench;

import dev.sturgeon.api.StudyRequest;
import dev.sturgeon.api.Sturgeon;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.trial.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a panda's rules make of a learning rate that is set 10 times too high or 30 times too low:
 * final dev accuracy with rules and without, beside the best constant rate that a search over rates
 * alone found. The arguments are digits or fashion, then the seeds, by default 1 to 5; further ones
 * such as {@code panda.branches=2} are set in every run.
 */
public final class PandaBench {
  private static final String RATES = "[0.0003, 0.001, 0.003, 0.01, 0.03]";

  private final String name;
  private final List<String> usual;

  private PandaBench(String name, List<String> usual) {
    this.name = name;
    this.usual = usual;
  }

  /** Runs the benchmark. */
  public static void main(String[] args) throws Exception {
    List<String> usual = new ArrayList<>();
    List<Long> seeds = new ArrayList<>();
    boolean fashion = false;
    for (String arg : args) {
      if (arg.contains("=")) {
        usual.add(arg);
      } else if (arg.matches("[0-9]+")) {
        seeds.add(Long.parseLong(arg));
      } else {
        fashion |= arg.equals("fashion");
      }
    }
    if (fashion) {
      usual.add("data={format: idx, path: /usr/share/datasets/fashion-mnist, split: {dev: 0.15}}");
      usual.add("space.batchSize=128");
      usual.add("search.maxEpochs=15");
    }
    new PandaBench("panda." + (fashion ? "fashion" : "digits"), usual)
        .run(seeds.isEmpty() ? List.of(1L, 2L, 3L, 4L, 5L) : seeds);
  }

  private void run(List<Long> seeds) throws Exception {
    int count = seeds.size();
    double[] constant = new double[count];
    double[][] off = new double[2][count];
    double[][] on = new double[2][count];
    for (int i = 0; i < count; i++) {
      long seed = seeds.get(i);
      Trial best = search(seed);
      constant[i] = last(best);
      double rate = best.configuration().real("learningRate");
      Figures.print(name + ".seed" + seed + ".constant.rate", rate, "-");
      Figures.print(name + ".seed" + seed + ".constant", constant[i], "-");
      for (int start = 0; start < 2; start++) {
        double wrong = start == 0 ? rate * 10 : rate / 30;
        String key = name + ".seed" + seed + (start == 0 ? ".high" : ".low");
        off[start][i] = panda(seed, wrong, key + ".off", "panda.rules=[]");
        on[start][i] = panda(seed, wrong, key + ".on");
      }
    }
    Figures.print(name + ".constant.mean", Figures.mean(constant), "-");
    for (int start = 0; start < 2; start++) {
      String key = name + (start == 0 ? ".high" : ".low");
      double without = Figures.mean(off[start]);
      double with = Figures.mean(on[start]);
      Figures.print(key + ".off.mean", without, "-");
      Figures.print(key + ".on.mean", with, "above off");
      Figures.print(
          key + ".recovered", (with - without) / (Figures.mean(constant) - without), "above 0.5");
    }
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

  private double panda(long seed, double rate, String key, String... overrides) throws Exception {
    List<String> more = new ArrayList<>(usual);
    more.add("search.first=[{learningRate: " + rate + "}]");
    Collections.addAll(more, overrides);
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
    double accuracy = last(left);
    Figures.print(key, accuracy, "-");
    return accuracy;
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
