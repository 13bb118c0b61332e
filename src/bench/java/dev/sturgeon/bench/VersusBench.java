package dev.sturgeon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Caviar against panda at equal core-seconds, on the digits or (in a wide space) on Fashion-MNIST,
 * over five seeds: the table of {@code versus}. The argument is digits or fashion; further ones
 * such as {@code versus.seeds=2} are set. Which is better is an answer, not an aim.
 */
public final class VersusBench {

  private VersusBench() {}

  /** Runs the benchmark. */
  public static void main(String[] args) throws Exception {
    boolean fashion = args.length > 0 && args[0].equals("fashion");
    String name = "versus." + (fashion ? "fashion" : "digits");
    Path directory = Command.studyDirectory(name);
    List<String> command = new ArrayList<>(List.of("versus"));
    command.add(fashion ? "src/bench/conf/fashion.yaml" : "conf/digits.yaml");
    Collections.addAll(command, "--master", "local[2]", "--json", "--dir", directory.toString());
    Collections.addAll(command, "--set", "versus.coreSeconds=" + (fashion ? 1200 : 240));
    for (String arg : args) {
      if (arg.contains("=")) {
        Collections.addAll(command, "--set", arg);
      }
    }
    JsonNode figures = Command.json(command.toArray(String[]::new));
    print(name, figures, "coreSeconds");
    for (JsonNode seed : figures.get("seeds")) {
      String key = name + ".seed" + seed.get("seed");
      for (String side : List.of("caviar", "panda")) {
        print(key + "." + side, seed.get(side), "dev", "test", "coreSeconds", "seconds");
        print(key + "." + side, seed.get(side), "studies", "trials");
      }
      print(key, seed, "difference");
    }
    for (String side : List.of("caviar", "panda")) {
      print(name + "." + side, figures.path(side), "dev", "test", "coreSeconds", "seconds");
    }
    print(name, figures, "difference", "low", "high");
    Figures.print(name + ".verdict", figures.get("verdict").textValue(), "-");
  }

  /** What is not known, as where no network was trained, is no number. */
  private static void print(String key, JsonNode figures, String... names) {
    for (String figure : names) {
      double value = figures.path(figure).asDouble(Double.NaN);
      Figures.print(key + "." + figure, value, "-");
    }
  }
}
