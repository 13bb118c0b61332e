package dev.sturgeon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Core-seconds of training until a trial reaches a good dev accuracy: {@code caviar} as it comes,
 * beside plain random search at full budget, on the same splits, over five seeds. The argument is
 * digits (0.97) or fashion (0.885, in a wide space); numbers of seeds, from 1 to 5, do only these;
 * what follows is passed on, such as {@code --set data.path=DIRECTORY}.
 */
public final class TargetBench {
  private static final int SEEDS = 5;

  private TargetBench() {}

  /** Runs the benchmark. */
  public static void main(String[] args) throws Exception {
    List<String> more = new ArrayList<>(List.of(args));
    boolean fashion = more.remove("fashion");
    more.remove("digits");
    List<Integer> seeds =
        more.stream().filter(arg -> arg.matches("[1-5]")).map(Integer::valueOf).toList();
    more.removeIf(arg -> arg.matches("[1-5]"));
    String name = fashion ? "fashion" : "digits";
    String conf = fashion ? "src/bench/conf/fashion.yaml" : "conf/digits.yaml";
    double target = fashion ? 0.885 : 0.97;
    List<Cost> ours = new ArrayList<>();
    List<Cost> plain = new ArrayList<>();
    for (int i = 0; i < SEEDS; i++) {
      if (!seeds.isEmpty() && !seeds.contains(i + 1)) {
        continue;
      }
      List<String> search = new ArrayList<>(more);
      Collections.addAll(search, "--seed", "" + (i + 1), "--set", "search.target=" + target);
      Cost our = cost(name + "-caviar-" + i, conf, target, search);
      our.print("target." + name + ".seed" + (i + 1) + ".caviar");
      ours.add(our);
      Collections.addAll(search, "--set", "search.scheduler=full");
      Collections.addAll(search, "--set", "search.sampler=random");
      Cost baseline = cost(name + "-random-" + i, conf, target, search);
      baseline.print("target." + name + ".seed" + (i + 1) + ".random");
      plain.add(baseline);
    }
    Cost mean = Cost.mean(ours);
    Cost random = Cost.mean(plain);
    mean.print("target." + name + ".caviar.mean");
    random.print("target." + name + ".random.mean");
    Figures.print("target." + name + ".ratio", random.held() / mean.held(), "above 1");
    Figures.print("target." + name + ".ratio.cpu", random.cpu() / mean.cpu(), "above 1");
  }

  /** Of all segments that had ended when the target was reached; infinite if it never was. */
  private static Cost cost(String study, String conf, double target, List<String> search)
      throws Exception {
    Path directory = Command.studyDirectory("target-" + study);
    List<String> command = new ArrayList<>(List.of("caviar", conf, "--master", "local[2]"));
    Collections.addAll(command, "--dir", directory.toString(), "--json");
    Collections.addAll(command, "--set", "search.maxDuration=1h", "--set", "search.maxTrials=500");
    Collections.addAll(command, "--set", "confirm.enabled=false");
    command.addAll(search);
    JsonNode summary = Command.json(command.toArray(String[]::new));
    boolean reached = summary.at("/best/value").doubleValue() >= target;
    return reached ? Cost.of(directory) : Cost.INFINITE;
  }
}
